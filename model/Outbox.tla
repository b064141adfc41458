------------------------------- MODULE Outbox -------------------------------
(* How a queued mail is sent: claim, read the state, spend of the hour's    *)
(* budget, send, record (MailSender, MailTable). Every step is one write    *)
(* of the table or one call to SES; a sender may die between any two.       *)
EXTENDS Integers, FiniteSets

CONSTANTS
  Mails,      \* keys of mails
  Senders,    \* the stream's and the workflow's, at the same time
  Life,       \* a claim older than this is settled (CLAIM_LIFE), in units of MaxRun
  MaxRun,     \* the longest that a sender takes, after which Lambda has ended it
  PerHour,    \* how many may leave in an hour
  MaxFaults,  \* crashes, faults of the tables, lost answers, refusals and throttlings altogether
  None

VARIABLES
  status,     \* as in the table
  reason,     \* of a failure: "known" or "unknown" (issue inconnue)
  age,        \* time since the claim
  so,         \* whether what the mail is about is still so
  delivered,  \* how often SES took it: nobody of ours can read this
  at,         \* where each sender is
  mail,       \* which mail it has claimed
  wasSo,      \* whether it was still so when it was claimed
  left,       \* what is left of the hour's budget
  spent,      \* how many were allowed to leave in this hour, without those that SES did not take
  paid,       \* whether each sender has spent one in this hour
  faults, resent

vars == <<status, reason, age, so, delivered, at, mail, wasSo, left, spent, paid, faults, resent>>

Init ==
  /\ status = [m \in Mails |-> "A_ENVOYER"]
  /\ reason = [m \in Mails |-> "none"]
  /\ age = [m \in Mails |-> 0]
  /\ so = [m \in Mails |-> TRUE]
  /\ delivered = [m \in Mails |-> 0]
  /\ at = [s \in Senders |-> "idle"]
  /\ mail = [s \in Senders |-> None]
  /\ wasSo = [s \in Senders |-> TRUE]
  /\ left = PerHour
  /\ spent = 0
  /\ paid = [s \in Senders |-> FALSE]
  /\ faults = 0
  /\ resent = FALSE

Goes(s, to) == at' = [at EXCEPT ![s] = to]
Ends(s) == at' = [at EXCEPT ![s] = "idle"] /\ mail' = [mail EXCEPT ![s] = None]
Fault == faults < MaxFaults /\ faults' = faults + 1

(* The status must be what the writer expects; SES may have reported a      *)
(* rejection before the sender recorded its success.                        *)
Moves(m, from, to) == status[m] = from /\ status' = [status EXCEPT ![m] = to]

Claim(s, m) ==
  /\ at[s] = "idle"
  /\ Moves(m, "A_ENVOYER", "EN_COURS")
  /\ age' = [age EXCEPT ![m] = 0]
  /\ mail' = [mail EXCEPT ![s] = m]
  /\ wasSo' = [wasSo EXCEPT ![s] = so[m]]
  /\ Goes(s, "claimed")
  /\ UNCHANGED <<reason, so, delivered, left, spent, paid, faults, resent>>

ReadState(s) ==
  /\ at[s] = "claimed"
  /\ Goes(s, IF so[mail[s]] THEN "written" ELSE "pointless")
  /\ UNCHANGED <<status, reason, age, so, delivered, mail, wasSo, left, spent, paid, faults, resent>>

RecordPointless(s) ==
  /\ at[s] = "pointless"
  /\ Moves(mail[s], "EN_COURS", "SANS_OBJET")
  /\ Ends(s)
  /\ UNCHANGED <<reason, age, so, delivered, wasSo, left, spent, paid, faults, resent>>

Spend(s) ==
  /\ at[s] = "written"
  /\ left > 0
  /\ left' = left - 1
  /\ spent' = spent + 1
  /\ paid' = [paid EXCEPT ![s] = TRUE]
  /\ Goes(s, "paid")
  /\ UNCHANGED <<status, reason, age, so, delivered, mail, wasSo, faults, resent>>

Exhausted(s) ==
  /\ at[s] = "written"
  /\ left = 0
  /\ Goes(s, "postponing")
  /\ UNCHANGED <<status, reason, age, so, delivered, mail, wasSo, left, spent, paid, faults, resent>>

Postpone(s) ==
  /\ at[s] = "postponing"
  /\ Moves(mail[s], "EN_COURS", "A_ENVOYER")
  /\ Ends(s)
  /\ UNCHANGED <<reason, age, so, delivered, wasSo, left, spent, paid, faults, resent>>

Take(s) == delivered' = [delivered EXCEPT ![mail[s]] = @ + 1]

Accepted(s) ==
  /\ at[s] = "paid"
  /\ Take(s)
  /\ Goes(s, "accepted")
  /\ UNCHANGED <<status, reason, age, so, mail, wasSo, left, spent, paid, faults, resent>>

(* The window: SES took the mail and its answer is lost.                    *)
AnswerLost(s) ==
  /\ at[s] = "paid"
  /\ Fault
  /\ Take(s)
  /\ Ends(s)
  /\ UNCHANGED <<status, reason, age, so, wasSo, left, spent, paid, resent>>

(* SES did not take it, and nobody knows.                                   *)
RequestLost(s) ==
  /\ at[s] = "paid"
  /\ Fault
  /\ Ends(s)
  /\ UNCHANGED <<status, reason, age, so, delivered, wasSo, left, spent, paid, resent>>

Throttled(s) ==
  /\ at[s] = "paid"
  /\ Fault
  /\ Goes(s, "not sent")
  /\ UNCHANGED <<status, reason, age, so, delivered, mail, wasSo, left, spent, paid, resent>>

Refused(s) ==
  /\ at[s] = "paid"
  /\ Fault
  /\ Goes(s, "refused")
  /\ UNCHANGED <<status, reason, age, so, delivered, mail, wasSo, left, spent, paid, resent>>

RecordSent(s) ==
  /\ at[s] = "accepted"
  /\ \/ Moves(mail[s], "EN_COURS", "ENVOYE")
     \/ Moves(mail[s], "REJETE", "REJETE")
  /\ Ends(s)
  /\ UNCHANGED <<reason, age, so, delivered, wasSo, left, spent, paid, faults, resent>>

Release(s) ==
  /\ at[s] = "not sent"
  /\ Moves(mail[s], "EN_COURS", "A_ENVOYER")
  /\ mail' = [mail EXCEPT ![s] = None]
  /\ Goes(s, "giving back")
  /\ UNCHANGED <<reason, age, so, delivered, wasSo, left, spent, paid, faults, resent>>

(* What SES did not take costs nothing of the hour in which it was tried. A *)
(* sender that dies before gives nothing back.                              *)
GiveBack(s) ==
  /\ at[s] = "giving back"
  /\ left' = left + (IF paid[s] THEN 1 ELSE 0)
  /\ spent' = spent - (IF paid[s] THEN 1 ELSE 0)
  /\ Ends(s)
  /\ UNCHANGED <<status, reason, age, so, delivered, wasSo, paid, faults, resent>>

RecordFailed(s) ==
  /\ at[s] = "refused"
  /\ Moves(mail[s], "EN_COURS", "ECHEC")
  /\ reason' = [reason EXCEPT ![mail[s]] = "known"]
  /\ Ends(s)
  /\ UNCHANGED <<age, so, delivered, wasSo, left, spent, paid, faults, resent>>

(* The tables fail before SES has taken the mail, or after it has not.       *)
Falter(s) ==
  /\ at[s] \in {"claimed", "pointless", "written", "postponing", "not sent", "refused"}
  /\ Fault
  /\ Goes(s, "faltering")
  /\ UNCHANGED <<status, reason, age, so, delivered, mail, wasSo, left, spent, paid, resent>>

LetGo(s) ==
  /\ at[s] = "faltering"
  /\ Moves(mail[s], "EN_COURS", "A_ENVOYER")
  /\ Ends(s)
  /\ UNCHANGED <<reason, age, so, delivered, wasSo, left, spent, paid, faults, resent>>

Crash(s) ==
  /\ at[s] # "idle"
  /\ Fault
  /\ Ends(s)
  /\ UNCHANGED <<status, reason, age, so, delivered, wasSo, left, spent, paid, resent>>

(* The daily run settles the claims of senders that have died.              *)
Sweep(m) ==
  /\ age[m] > Life
  /\ Moves(m, "EN_COURS", "ECHEC")
  /\ reason' = [reason EXCEPT ![m] = "unknown"]
  /\ UNCHANGED <<age, so, delivered, at, mail, wasSo, left, spent, paid, faults, resent>>

(* make resend: never one whose outcome is unknown.                         *)
Resend(m) ==
  /\ ~resent
  /\ resent' = TRUE
  /\ reason[m] = "known"
  /\ Moves(m, "ECHEC", "A_ENVOYER")
  /\ reason' = [reason EXCEPT ![m] = "none"]
  /\ UNCHANGED <<age, so, delivered, at, mail, wasSo, left, spent, paid, faults>>

(* SES reports a bounce, perhaps before the sender has recorded success.    *)
Bounce(m) ==
  /\ delivered[m] > 0
  /\ status[m] \in {"EN_COURS", "ENVOYE", "ECHEC"}
  /\ status' = [status EXCEPT ![m] = "REJETE"]
  /\ UNCHANGED <<reason, age, so, delivered, at, mail, wasSo, left, spent, paid, faults, resent>>

Change(m) ==
  /\ so[m]
  /\ so' = [so EXCEPT ![m] = FALSE]
  /\ UNCHANGED <<status, reason, age, delivered, at, mail, wasSo, left, spent, paid, faults, resent>>

(* Lambda ends a sender that takes longer than MaxRun, so no hour passes    *)
(* while one of that age is at work. A new hour has its whole budget.       *)
Hour ==
  /\ \A s \in Senders : mail[s] # None => age[mail[s]] < MaxRun
  /\ age' = [m \in Mails |-> IF age[m] > Life THEN age[m] ELSE age[m] + 1]
  /\ left' = PerHour
  /\ spent' = 0
  /\ paid' = [s \in Senders |-> FALSE]
  /\ UNCHANGED <<status, reason, so, delivered, at, mail, wasSo, faults, resent>>

OfSender(s) ==
  \/ \E m \in Mails : Claim(s, m)
  \/ ReadState(s) \/ RecordPointless(s) \/ Spend(s) \/ Exhausted(s) \/ Postpone(s)
  \/ Accepted(s) \/ RecordSent(s) \/ Release(s) \/ GiveBack(s) \/ RecordFailed(s) \/ LetGo(s)

Trouble(s) == AnswerLost(s) \/ RequestLost(s) \/ Throttled(s) \/ Refused(s) \/ Falter(s) \/ Crash(s)

Next ==
  \/ \E s \in Senders : OfSender(s) \/ Trouble(s)
  \/ \E m \in Mails : Sweep(m) \/ Resend(m) \/ Bounce(m) \/ Change(m)
  \/ Hour

Spec ==
  /\ Init
  /\ [][Next]_vars
  /\ \A s \in Senders : WF_vars(OfSender(s))
  /\ \A m \in Mails : WF_vars(Sweep(m))
  /\ WF_vars(Hour)

(* What is promised *)

Ended == {"ENVOYE", "SANS_OBJET", "ECHEC", "REJETE"}

NobodyIsMailedTwice == \A m \in Mails : delivered[m] <= 1

OneSenderAtATime ==
  \A s, t \in Senders : s # t /\ mail[s] # None => mail[s] # mail[t]

NobodySettlesAMailAtWork ==
  \A s \in Senders : mail[s] # None =>
    status[mail[s]] = "EN_COURS" \/ (at[s] = "accepted" /\ status[mail[s]] = "REJETE")

NothingThatIsNoLongerSo ==
  \A s \in Senders : at[s] \in {"written", "paid", "accepted"} => wasSo[s]

TheLedgerIsTrue ==
  \A m \in Mails :
    /\ status[m] \in {"ENVOYE", "REJETE"} => delivered[m] = 1
    /\ status[m] \in {"A_ENVOYER", "SANS_OBJET"} => delivered[m] = 0
    /\ status[m] = "ECHEC" /\ reason[m] = "known" => delivered[m] = 0

TheBudgetHolds == spent <= PerHour

(* Without a fault, no mail ends as one of which nobody knows whether it    *)
(* left.                                                                    *)
LostOnlyByAFault == Cardinality({m \in Mails : reason[m] = "unknown"}) <= faults

(* An outcome stands: only operators let a failed mail wait again, and only *)
(* SES turns one into a rejection.                                          *)
OutcomesStand ==
  [][\A m \in Mails :
       /\ status[m] \in {"REJETE", "SANS_OBJET"} => status'[m] = status[m]
       /\ status[m] = "ENVOYE" => status'[m] \in {"ENVOYE", "REJETE"}
       /\ status[m] = "ECHEC" => status'[m] \in {"ECHEC", "REJETE", "A_ENVOYER"}]_vars

EachMailEnds == \A m \in Mails : (status[m] = "A_ENVOYER") ~> (status[m] \in Ended)
=============================================================================
