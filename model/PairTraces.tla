----------------------------- MODULE PairTraces -----------------------------
(* Pair with the name of each step, for traces that are played by the code. *)
EXTENDS Pair

VARIABLE act

TInit == Init /\ act = <<"Init">>

TNext ==
  \/ Morning /\ act' = <<"Morning", today + 1>>
  \/ \E k \in Keys :
       \/ \E d \in Days : Plan(k, d) /\ act' = <<"Plan", k, d>>
       \/ Cancel(k) /\ act' = <<"Cancel", k>>
       \/ Decline(k) /\ act' = <<"Decline", k>>
       \/ \E c \in Hosts :
            \/ Entrust(k, c) /\ act' = <<"Entrust", k, c>>
            \/ TakeOver(k, c) /\ act' = <<"TakeOver", k, c>>
       \/ \E p \in Two(k) :
            \/ \E ds \in SUBSET Days : Offer(k, p, ds) /\ act' = <<"Offer", k, p, ds>>
            \/ \E d \in Days : Accept(k, p, d) /\ act' = <<"Accept", k, p, d>>
  \/ \E planned \in plan : (Record(planned) \/ Skip(planned)) /\ act' = <<"Record", planned.key>>
  \/ \E p \in People :
       \/ Withdraw(p) /\ act' = <<"Withdraw", p>>
       \/ Register(p) /\ act' = <<"Register", p>>
       \/ Confirm(p) /\ act' = <<"Confirm", p>>
       \/ Change(p) /\ act' = <<"Change", p>>
       \/ (Erase(p) \/ Finish(p) \/ EraseAgain(p) \/ \E k \in Keys : Clean(p, k)) /\ act' = <<"Erase", p>>
  \/ \E m \in queued : Send(m) /\ act' = <<"Send", Id(m), Pointless(m)>>

(* One erasure is one call of the code.                                     *)
Undisturbed == \A p \in People : erasing[p] # NotErasing => act'[1] = "Erase" /\ act'[2] = p

TSpec == TInit /\ [][TNext /\ Undisturbed]_<<vars, act>>
=============================================================================
