------------------------------ MODULE OutboxLog ------------------------------
(* Whether runs of the real senders are behaviours of the model. Logs holds *)
(* the mails' statuses after each write, and how often SES took each mail   *)
(* whenever no sender was at work; elsewhere that is unknown (-1).          *)
EXTENDS OutboxLogData

VARIABLES run, i

Reaches(entry) ==
  \A m \in Mails : status'[m] = entry.status[m] /\ (entry.taken[m] # -1 => delivered'[m] = entry.taken[m])

Begins(r) ==
  /\ status' = [m \in Mails |-> "A_ENVOYER"] /\ reason' = [m \in Mails |-> "none"]
  /\ age' = [m \in Mails |-> 0] /\ so' = [m \in Mails |-> TRUE]
  /\ delivered' = [m \in Mails |-> 0]
  /\ at' = [s \in Senders |-> "idle"] /\ mail' = [s \in Senders |-> None]
  /\ wasSo' = [s \in Senders |-> TRUE]
  /\ left' = PerHour /\ spent' = 0 /\ paid' = [s \in Senders |-> FALSE] /\ faults' = 0 /\ resent' = FALSE
  /\ run' = r /\ i' = 1

LInit == Init /\ run = 1 /\ i = 1

LNext ==
  \/ Next /\ UNCHANGED <<status, run, i>>
  \/ /\ i < Len(Logs[run])
     /\ (Next \/ UNCHANGED vars)
     /\ Reaches(Logs[run][i + 1])
     /\ i' = i + 1
     /\ UNCHANGED run
     /\ PrintT(<<"reached", run, i + 1>>)
  \/ i = Len(Logs[run]) /\ run < Len(Logs) /\ Begins(run + 1)

LSpec == LInit /\ [][LNext]_<<vars, run, i>>

(* Found broken when the last state of the last run is reached.             *)
NotAllRead == ~(run = Len(Logs) /\ i = Len(Logs[run]))
=============================================================================
