---------------------------- MODULE OutboxTraces ----------------------------
(* Outbox with the name of each step, for traces that are played by the     *)
(* code.                                                                    *)
EXTENDS Outbox

VARIABLE act

TInit == Init /\ act = <<"Init">>

OneOf(s) ==
  \/ ReadState(s) /\ act' = <<"ReadState", s>>
  \/ RecordPointless(s) /\ act' = <<"RecordPointless", s>>
  \/ Spend(s) /\ act' = <<"Spend", s>>
  \/ Exhausted(s) /\ act' = <<"Exhausted", s>>
  \/ Postpone(s) /\ act' = <<"Postpone", s>>
  \/ Accepted(s) /\ act' = <<"Accepted", s>>
  \/ AnswerLost(s) /\ act' = <<"AnswerLost", s>>
  \/ RequestLost(s) /\ act' = <<"RequestLost", s>>
  \/ Throttled(s) /\ act' = <<"Throttled", s>>
  \/ Refused(s) /\ act' = <<"Refused", s>>
  \/ RecordSent(s) /\ act' = <<"RecordSent", s>>
  \/ Release(s) /\ act' = <<"Release", s>>
  \/ GiveBack(s) /\ act' = <<"GiveBack", s>>
  \/ RecordFailed(s) /\ act' = <<"RecordFailed", s>>
  \/ Falter(s) /\ act' = <<"Falter", s>>
  \/ LetGo(s) /\ act' = <<"LetGo", s>>
  \/ Crash(s) /\ act' = <<"Crash", s>>

(* What is not possible is tried as well, and changes nothing.              *)
InVain ==
  /\ act[1] # "InVain"
  /\ UNCHANGED vars
  /\ \/ \E s \in Senders, m \in Mails :
          at[s] = "idle" /\ status[m] # "A_ENVOYER" /\ act' = <<"InVain", "Claim", s, m>>
     \/ /\ \E m \in Mails : status[m] = "EN_COURS"
        /\ \A m \in Mails : ~(age[m] > Life /\ status[m] = "EN_COURS")
        /\ act' = <<"InVain", "Sweep">>

TNext ==
  \/ \E s \in Senders : OneOf(s) \/ \E m \in Mails : Claim(s, m) /\ act' = <<"Claim", s, m>>
  \/ \E m \in Mails :
       \/ Sweep(m) /\ act' = <<"Sweep">>
       \/ Resend(m) /\ act' = <<"Resend", m>>
       \/ Bounce(m) /\ act' = <<"Bounce", m>>
       \/ Change(m) /\ act' = <<"Change", m>>
  \/ Hour /\ act' = <<"Hour">>
  \/ InVain

Stale(m) == age[m] > Life /\ status[m] = "EN_COURS"

(* The code settles all claims at once, and looks at the clock a moment     *)
(* before it asks for the hour's budget.                                    *)
Undisturbed ==
  /\ act[1] = "Sweep" /\ (\E m \in Mails : Stale(m)) => act'[1] = "Sweep"
  /\ act'[1] = "Hour" => \A s \in Senders : at[s] # "written"

(* Else hours would pass, mails be pointless and senders die before anybody *)
(* sends.                                                                   *)
Worthwhile ==
  LET leftAlone == {m \in Mails : status[m] = "EN_COURS" /\ \A s \in Senders : mail[s] # m} IN
  /\ act'[1] = "Hour" => 
       \/ leftAlone # {}
       \/ \E s \in Senders : at[s] \in {"postponing", "paid", "giving back"}
       \/ left = 0 /\ \E m \in Mails : status[m] = "A_ENVOYER"
  /\ act'[1] = "Change" => \E s \in Senders : mail[s] = act'[2] /\ at[s] = "claimed"
  /\ act'[1] = "Crash" => at[act'[2]] # "claimed"

TSpec == TInit /\ [][TNext /\ Undisturbed /\ Worthwhile]_<<vars, act>>
=============================================================================
