------------------------------- MODULE PairLog -------------------------------
(* Whether runs of the code are behaviours of the model. Logs holds, for    *)
(* each run, what the tables said after each write. Steps that no table     *)
(* shows (a decision, the beginning of an erasure) may lie between.         *)
EXTENDS PairLogData

VARIABLES run, i

Seen ==
  [today |-> today,
   people |-> [p \in People |-> <<person[p].status, person[p].pairs, person[p].handed>>],
   pairs |-> [k \in Keys |-> IF pair[k].status = "NONE" THEN <<"NONE">>
                ELSE <<pair[k].status, pair[k].day, pair[k].offer, pair[k].by, pair[k].seq, pair[k].names>>],
   proposed |-> <<counts, agreed, {<<k, pair[k].run>> : k \in {one \in Keys : pair[one].status = "PROPOSE"}}>>,
   waits |-> {Id(m) : m \in queued},
   ended |-> ended]

LInit == Init /\ run = 1 /\ i = 1

Again ==
  /\ person' = [p \in People |-> Begun]
  /\ last' = [p \in People |-> 1]
  /\ pair' = [k \in Keys |-> NoPair]
  /\ plan' = {} /\ counts' = 0 /\ agreed' = 0
  /\ erasing' = [p \in People |-> NotErasing]
  /\ queued' = {} /\ ended' = {} /\ clash' = FALSE
  /\ calendar' = [p \in People |-> [k \in Keys |-> NoEntry]]
  /\ today' = 0

LNext ==
  \/ Next /\ Seen' = Seen /\ UNCHANGED <<person, run, i>>
  \/ /\ i < Len(Logs[run])
     /\ Next
     /\ Seen' = Logs[run][i + 1]
     /\ i' = i + 1
     /\ UNCHANGED run
     /\ PrintT(<<"reached", run, i + 1>>)
  \/ /\ i = Len(Logs[run])
     /\ run < Len(Logs)
     /\ Again
     /\ run' = run + 1 /\ i' = 1

LSpec == LInit /\ [][LNext]_<<vars, run, i>>

(* Found broken when the last state of the last run is reached.             *)
NotAllRead == ~(run = Len(Logs) /\ i = Len(Logs[run]))
=============================================================================
