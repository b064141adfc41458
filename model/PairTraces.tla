----------------------------- MODULE PairTraces -----------------------------
(* Pair with the name of each step, for traces that are played by the code. *)
EXTENDS Pair

VARIABLE act

TInit == Init /\ act = <<"Init">>

(* What is not possible is tried as well, and changes nothing.              *)
InVain ==
  /\ act[1] # "InVain"
  /\ UNCHANGED vars
  /\ \/ \E k \in Keys, d \in Days : \E p \in Two(k) :
          /\ "day" \in Acts /\ pair[k].status # "NONE"
          /\ ~ENABLED Accept(k, p, d)
          /\ act' = <<"InVain", "Accept", k, p, d>>
     \/ \E k \in Keys :
          /\ "cancel" \in Acts /\ pair[k].status \notin {"NONE", "PROPOSE"} /\ ~Ahead(k)
          /\ act' = <<"InVain", "Cancel", k>>
     \/ \E k \in Keys :
          /\ "relay" \in Acts /\ pair[k].relay \in Hosts
          /\ ~ENABLED TakeOver(k, pair[k].relay)
          /\ act' = <<"InVain", "TakeOver", k>>
     \/ \E p \in People :
          /\ "withdraw" \in Acts /\ person[p].status \in {"RETIREE", "ABSENT"}
          /\ act' = <<"InVain", "Withdraw", p>>

TNext ==
  \/ Morning /\ act' = <<"Morning", today + 1>>
  \/ \E k \in Keys :
       \/ \E d \in Days : Plan(k, d) /\ act' = <<"Plan", k, d>>
       \/ Cancel(k) /\ act' = <<"Cancel", k>>
       \/ Decline(k) /\ act' = <<"Decline", k>>
       \/ PlanAgreed(k) /\ act' = <<"PlanAgreed", k>>
       \/ Drop(k) /\ act' = <<"Drop", k>>
       \/ CallOffProposal(k) /\ act' = <<"CallOffProposal", k>>
       \/ \E c \in Hosts :
            \/ Entrust(k, c) /\ act' = <<"Entrust", k, c>>
            \/ TakeOver(k, c) /\ act' = <<"TakeOver", k, c>>
       \/ \E p \in Two(k) :
            \/ \E ds \in SUBSET Days : Offer(k, p, ds) /\ act' = <<"Offer", k, p, ds>>
            \/ \E d \in Days : Accept(k, p, d) /\ act' = <<"Accept", k, p, d>>
  \/ \E planned \in plan :
       LET isStill == Unchanged(planned.key[1], planned.host) /\ Unchanged(planned.key[2], planned.guest) IN
       IF OnAgreement /\ planned.run = 0
       THEN ((isStill /\ Propose(planned)) \/ Skip(planned)) /\ act' = <<"Propose", planned.key>>
       ELSE (Record(planned) \/ Skip(planned)) /\ act' = <<"Record", planned.key>>
  \/ InVain
  \/ NameRun /\ act' = <<"NameRun", counts + 1>>
  \/ Agree /\ act' = <<"Agree", counts>>
  \/ \E p \in People :
       \/ Withdraw(p) /\ act' = <<"Withdraw", p>>
       \/ Register(p) /\ act' = <<"Register", p>>
       \/ Confirm(p) /\ act' = <<"Confirm", p>>
       \/ Change(p) /\ act' = <<"Change", p>>
       \/ (Erase(p) \/ Finish(p) \/ EraseAgain(p) \/ \E k \in Keys : Clean(p, k)) /\ act' = <<"Erase", p>>
  \/ \E m \in queued : Send(m) /\ act' = <<"Send", Id(m), Pointless(m)>>

(* One erasure is one call of the code.                                     *)
Undisturbed == \A p \in People : erasing[p] # NotErasing => act'[1] = "Erase" /\ act'[2] = p

(* Else most of a walk would be runs that propose nothing, agreements that  *)
(* nobody waits for, and people whom nobody proposes.                       *)
Worthwhile ==
  LET proposed == {k \in Keys : pair[k].status = "PROPOSE"}
      waiting == {k \in proposed : pair[k].run = agreed /\ pair[k].day > today}
  IN
  OnAgreement =>
    /\ act'[1] = "NameRun" => counts = 0 \/ (proposed # {} /\ waiting = {})
    /\ act'[1] = "Plan" => counts > agreed
    /\ act'[1] = "Agree" => \E k \in proposed : pair[k].run = counts
    /\ act'[1] \in {"Morning", "CallOffProposal"} => agreed # 0
    /\ act'[1] \in {"Withdraw", "Erase", "Change"} => agreed # 0 /\ \E k \in waiting : act'[2] \in Two(k)

TSpec == TInit /\ [][TNext /\ Undisturbed /\ Worthwhile]_<<vars, act>>
=============================================================================
