-------------------------------- MODULE Pair --------------------------------
(* The life of pairs: runs make them, the two move the day, cancel,         *)
(* withdraw, are erased, hand the day to a colleague, while runs and the    *)
(* organisers' agreement go on. Each step is one transaction of the code,   *)
(* with the conditions of that transaction. What takes several of them      *)
(* (a run, an erasure, a mail) is several steps here.                       *)
EXTENDS Integers, FiniteSets, TLC

CONSTANTS
  Hosts, Guests,
  Capacity,      \* of each host
  Days,          \* 1..n, on which people may meet
  LastDay,       \* today at most
  Acts,          \* the names of the steps that are possible
  OnAgreement,   \* publication = SUR_ACCORD
  MaxSequence, MaxNumber, MaxRevision, MaxPlans, MaxRun,
  Nobody

People == Hosts \cup Guests
Keys == Hosts \X Guests        \* a pair's key is made of its two people
Two(k) == {k[1], k[2]}
Other(k, p) == IF p = k[1] THEN k[2] ELSE k[1]
Room(p) == IF p \in Hosts THEN Capacity ELSE 1

VARIABLES
  person,   \* status, pairs (binomes), number, revision, places handed on to colleagues
  last,     \* the highest number that the person ever had
  pair,     \* the row of each key
  plan,     \* what runs have decided and not yet recorded
  counts,   \* passage_propose: the run whose proposals count; 0 for none
  agreed,   \* accord
  erasing,  \* of each erasure: the row as it was read, and the pairs cleaned since
  queued,   \* mails that wait
  ended,    \* the keys of mails that were sent, or have become pointless
  clash,    \* whether a transaction has met a key of a mail that was used
  calendar, \* each person's calendar: the entry by its UID
  today

vars == <<person, last, pair, plan, counts, agreed, erasing, queued, ended, clash, calendar, today>>

Gone == [status |-> "ABSENT", pairs |-> {}, number |-> 0, revision |-> 0, handed |-> 0]
Begun == [status |-> "CONFIRMEE", pairs |-> {}, number |-> 1, revision |-> 1, handed |-> 0]
NoPair == [status |-> "NONE", day |-> 0, offer |-> {}, by |-> Nobody, seq |-> 0,
           uid |-> <<>>, names |-> {}, run |-> 0, relay |-> Nobody,
           yes |-> {}]   \* who has said yes to the day; a run says it for both
NotErasing == [row |-> Gone, cleaned |-> {}]
NoEntry == [seq |-> -1, day |-> 0, off |-> TRUE]

Live(k) == pair[k].status \in {"FORME", "DATE_PROPOSEE"}
Ahead(k) == Live(k) /\ pair[k].day >= today
Active(p) == person[p].status \in {"CONFIRMEE", "APPARIEE"}
HasRoom(p) == Active(p) /\ Cardinality(person[p].pairs) + person[p].handed < Room(p)
MayTakeOver(p) == Active(p) /\ Cardinality(person[p].pairs) < Room(p)

Init ==
  /\ person = [p \in People |-> Begun]
  /\ last = [p \in People |-> 1]
  /\ pair = TLCEval([k \in Keys |-> NoPair])
  /\ plan = {}
  /\ counts = 0
  /\ agreed = 0
  /\ erasing = [p \in People |-> NotErasing]
  /\ queued = {}
  /\ ended = {}
  /\ clash = FALSE
  /\ calendar = TLCEval([p \in People |-> TLCEval([k \in Keys |-> NoEntry])])
  /\ today = 0

(* Mails. The key says what, to whom, about which pair and which change.    *)
Mail(kind, to, keys, seq, day) ==
  [kind |-> kind, to |-> to, number |-> person[to].number, keys |-> keys, seq |-> seq, day |-> day]

Id(m) ==
  CASE m.kind = "binome" -> <<m.kind, m.to, m.keys, 0>>
    [] m.kind = "relais-confie" -> <<"relais-pris", m.to, m.keys, m.seq>>
    [] m.kind \in {"retrait", "efface"} -> <<m.kind, m.to, {}, m.number>>
    [] OTHER -> <<m.kind, m.to, m.keys, m.seq>>

Queue(ms) ==
  /\ queued' = queued \cup ms
  /\ clash' = (clash \/ \E m \in ms : Id(m) \in ended \/ \E n \in queued : Id(n) = Id(m))

With(p, k) == [person[p] EXCEPT !.pairs = @ \cup {k}, !.status = "APPARIEE"]
Without(p, ks) ==
  [person[p] EXCEPT !.pairs = @ \ ks,
                    !.status = IF @ = "APPARIEE" /\ person[p].pairs \subseteq ks THEN "CONFIRMEE" ELSE @]
Off(k) == [pair[k] EXCEPT !.status = "ANNULE", !.offer = {}, !.by = Nobody, !.seq = @ + 1,
                          !.relay = Nobody, !.yes = {}]
Told(ps) == {p \in ps : person[p].status # "ABSENT"}

----------------------------------------------------------------------------
(* The day passes.                                                          *)
Morning ==
  /\ "morning" \in Acts
  /\ today < LastDay
  /\ today' = today + 1
  /\ UNCHANGED <<person, last, pair, plan, counts, agreed, erasing, queued, ended, clash, calendar>>

(* A run decides on what it has read. Several runs may be at work, and a    *)
(* run may be started again: their decisions lie beside each other.         *)
Decision(k, d, run) ==
  [key |-> k, day |-> d, run |-> run,
   host |-> <<person[k[1]].number, person[k[1]].revision>>,
   guest |-> <<person[k[2]].number, person[k[2]].revision>>]

MayBeNew(k) == pair[k].status = "NONE" \/ (pair[k].status = "PROPOSE" /\ pair[k].run # counts)

Plan(k, d) ==
  /\ "plan" \in Acts
  /\ d > today
  /\ Cardinality(plan) < MaxPlans
  /\ HasRoom(k[1]) /\ HasRoom(k[2])
  /\ MayBeNew(k)
  /\ ~\E planned \in plan : planned.key = k
  /\ plan' = plan \cup {Decision(k, d, 0)}
  /\ UNCHANGED <<person, last, pair, counts, agreed, erasing, queued, ended, clash, calendar, today>>

(* A run publishes what organisers have agreed to: proposals with what was  *)
(* read of the two when they were proposed.                                 *)
PlanAgreed(k) ==
  /\ "agree" \in Acts
  /\ agreed # 0 /\ agreed = counts
  /\ pair[k].status = "PROPOSE" /\ pair[k].run = agreed /\ pair[k].day > today
  /\ Cardinality(plan) < MaxPlans
  /\ ~\E planned \in plan : planned.key = k
  /\ plan' = plan \cup {[key |-> k, day |-> pair[k].day, run |-> pair[k].run,
                         host |-> pair[k].relay[1], guest |-> pair[k].relay[2]]}
  /\ UNCHANGED <<person, last, pair, counts, agreed, erasing, queued, ended, clash, calendar, today>>

Unchanged(p, read) == HasRoom(p) /\ <<person[p].number, person[p].revision>> = read

Formed(k, d) ==
  [NoPair EXCEPT !.status = "FORME", !.day = d, !.uid = k, !.names = Two(k), !.yes = Two(k)]

Record(planned) ==
  LET k == planned.key IN
  /\ planned \in plan
  /\ ~OnAgreement \/ planned.run # 0
  /\ pair[k].status \in {"NONE", "PROPOSE"}
  /\ Unchanged(k[1], planned.host) /\ Unchanged(k[2], planned.guest)
  /\ pair' = [pair EXCEPT ![k] = Formed(k, planned.day)]
  /\ person' = [person EXCEPT ![k[1]] = With(k[1], k), ![k[2]] = With(k[2], k)]
  /\ Queue({Mail("binome", p, {k}, 0, 0) : p \in Two(k)})
  /\ plan' = plan \ {planned}
  /\ UNCHANGED <<last, counts, agreed, erasing, ended, calendar, today>>

(* Recorded already, or somebody has changed since: recording does nothing. *)
Skip(planned) ==
  LET k == planned.key IN
  /\ planned \in plan
  /\ \/ pair[k].status \notin {"NONE", "PROPOSE"}
     \/ ~Unchanged(k[1], planned.host)
     \/ ~Unchanged(k[2], planned.guest)
  /\ plan' = plan \ {planned}
  /\ UNCHANGED <<person, last, pair, counts, agreed, erasing, queued, ended, clash, calendar, today>>

(* On agreement. The edition's item names the run first, and only if        *)
(* nobody has changed it since the run began; then rows are written.        *)
NameRun ==
  /\ "agree" \in Acts
  /\ counts < MaxRun
  /\ counts' = counts + 1
  /\ agreed' = 0
  /\ plan' = {}
  /\ UNCHANGED <<person, last, pair, erasing, queued, ended, clash, calendar, today>>

(* The run looks at the two once more, but they may change before it writes *)
(* the proposal, so the write minds nothing but the pair's row.             *)
Propose(planned) ==
  LET k == planned.key IN
  /\ "agree" \in Acts
  /\ planned \in plan /\ planned.run = 0
  /\ counts > 0
  /\ MayBeNew(k)
  /\ pair' = [pair EXCEPT ![k] = [NoPair EXCEPT !.status = "PROPOSE", !.day = planned.day, !.run = counts,
                !.names = Two(k), !.relay = <<planned.host, planned.guest>>]]
  /\ plan' = plan \ {planned}
  /\ UNCHANGED <<person, last, counts, agreed, erasing, queued, ended, clash, calendar, today>>

Drop(k) ==
  /\ "agree" \in Acts
  /\ pair[k].status = "PROPOSE" /\ pair[k].run # counts
  /\ pair' = [pair EXCEPT ![k] = NoPair]
  /\ UNCHANGED <<person, last, plan, counts, agreed, erasing, queued, ended, clash, calendar, today>>

Agree ==
  /\ "agree" \in Acts
  /\ counts > 0 /\ agreed = 0
  /\ agreed' = counts
  /\ UNCHANGED <<person, last, pair, plan, counts, erasing, queued, ended, clash, calendar, today>>

----------------------------------------------------------------------------
(* The two move the day. A write passes only if the pair is as it was read. *)
Offer(k, p, ds) ==
  /\ "day" \in Acts
  /\ Live(k) /\ p \in Two(k) /\ person[p].status # "ABSENT"
  /\ pair[k].seq < MaxSequence
  /\ ds # {} /\ \A d \in ds : d > today /\ d # pair[k].day
  /\ ~(pair[k].by = p /\ pair[k].offer = ds)
  /\ pair' = [pair EXCEPT ![k].status = "DATE_PROPOSEE", ![k].offer = ds, ![k].by = p, ![k].seq = @ + 1,
                         ![k].yes = {p}]
  /\ Queue({Mail("date-proposee", q, {k}, pair[k].seq + 1, 0) : q \in Told({Other(k, p)})})
  /\ UNCHANGED <<person, last, plan, counts, agreed, erasing, ended, calendar, today>>

Accept(k, p, d) ==
  /\ "day" \in Acts
  /\ pair[k].status = "DATE_PROPOSEE" /\ p \in Two(k) /\ person[p].status # "ABSENT"
  /\ pair[k].by # p
  /\ d \in pair[k].offer /\ d > today
  /\ pair' = [pair EXCEPT ![k].status = "FORME", ![k].day = d, ![k].offer = {}, ![k].by = Nobody, ![k].seq = @ + 1,
                         ![k].yes = @ \cup {p}]
  /\ Queue({Mail("date-convenue", q, {k}, pair[k].seq + 1, d) : q \in Told(Two(k))})
  /\ UNCHANGED <<person, last, plan, counts, agreed, erasing, ended, calendar, today>>

Freed(ps, ks) == TLCEval([q \in People |-> IF q \in ps THEN Without(q, ks) ELSE person[q]])

(* By one of the two, or by organisers' mark: both are told.                *)
Cancel(k) ==
  /\ "cancel" \in Acts
  /\ Ahead(k)
  /\ pair' = [pair EXCEPT ![k] = Off(k)]
  /\ person' = Freed(Told(Two(k)), {k})
  /\ Queue({Mail("binome-annule", q, {k}, pair[k].seq + 1, 0) : q \in Told(Two(k))})
  /\ UNCHANGED <<last, plan, counts, agreed, erasing, ended, calendar, today>>

CallOffProposal(k) ==
  /\ "cancel" \in Acts
  /\ pair[k].status = "PROPOSE"
  /\ pair' = [pair EXCEPT ![k] = [Off(k) EXCEPT !.uid = <<>>]]
  /\ UNCHANGED <<person, last, plan, counts, agreed, erasing, queued, ended, clash, calendar, today>>

OffOf(p) == {k \in person[p].pairs : Ahead(k)}

Leaves(p, off) ==
  {Mail("binome-annule", q, {k}, pair[k].seq + 1, 0) : <<k, q>> \in
     {<<k, q>> \in off \X People : q \in Told({Other(k, p)})}}

Withdraw(p) ==
  LET off == OffOf(p) IN
  /\ "withdraw" \in Acts
  /\ person[p].status \in {"A_CONFIRMER", "CONFIRMEE", "APPARIEE"}
  /\ pair' = TLCEval([k \in Keys |-> IF k \in off THEN Off(k) ELSE pair[k]])
  /\ person' = TLCEval([q \in People |->
                  IF q = p THEN [Without(p, off) EXCEPT !.status = "RETIREE"]
                  ELSE IF \E k \in off : q = Other(k, p) THEN Without(q, off) ELSE person[q]])
  /\ Queue(Leaves(p, off) \cup {Mail("retrait", p, off, 0, 0)})
  /\ UNCHANGED <<last, plan, counts, agreed, erasing, ended, calendar, today>>

(* Again after a withdrawal or an erasure: the number is higher than ever,  *)
(* and pairs whose day is over are no longer this registration's.           *)
Register(p) ==
  /\ "register" \in Acts
  /\ person[p].status \in {"RETIREE", "ABSENT"}
  /\ last[p] < MaxNumber
  /\ last' = [last EXCEPT ![p] = @ + 1]
  /\ person' = [person EXCEPT ![p] = [Gone EXCEPT !.status = "A_CONFIRMER", !.number = last[p] + 1, !.revision = 1]]
  /\ UNCHANGED <<pair, plan, counts, agreed, erasing, queued, ended, clash, calendar, today>>

Confirm(p) ==
  /\ "register" \in Acts
  /\ person[p].status = "A_CONFIRMER"
  /\ person' = [person EXCEPT ![p].status = "CONFIRMEE"]
  /\ UNCHANGED <<last, pair, plan, counts, agreed, erasing, queued, ended, clash, calendar, today>>

(* Other answers; the name is copied into the pairs still to come, and a    *)
(* place that was handed on is free again.                                  *)
Change(p) ==
  /\ "change" \in Acts
  /\ Active(p) \/ person[p].status = "A_CONFIRMER"
  /\ person[p].revision < MaxRevision
  /\ person' = [person EXCEPT ![p].revision = @ + 1, ![p].handed = 0]
  /\ pair' = TLCEval([k \in Keys |-> IF k \in person[p].pairs /\ pair[k].day >= today
                                     THEN [pair[k] EXCEPT !.names = @ \cup {p}] ELSE pair[k]])
  /\ UNCHANGED <<last, plan, counts, agreed, erasing, queued, ended, clash, calendar, today>>

(* Erasing cleans the pairs that are over one by one. The last transaction  *)
(* passes only if the person's row is as it was read at the beginning.      *)
Erase(p) ==
  /\ "erase" \in Acts
  /\ person[p].status # "ABSENT" /\ erasing[p] = NotErasing
  /\ erasing' = [erasing EXCEPT ![p] = [row |-> person[p], cleaned |-> {}]]
  /\ UNCHANGED <<person, last, pair, plan, counts, agreed, queued, ended, clash, calendar, today>>

Over(k, p) == p \in Two(k) /\ pair[k].status # "NONE" /\ ~Ahead(k)

Clean(p, k) ==
  /\ erasing[p] # NotErasing
  /\ Over(k, p) /\ k \notin erasing[p].cleaned
  /\ pair' = [pair EXCEPT ![k].names = @ \ {p}]
  /\ erasing' = [erasing EXCEPT ![p].cleaned = @ \cup {k}]
  /\ UNCHANGED <<person, last, plan, counts, agreed, queued, ended, clash, calendar, today>>

Finish(p) ==
  LET off == {k \in erasing[p].row.pairs : Ahead(k)}
      gone == {k \in Keys : p \in Two(k) /\ (pair[k].status = "ANNULE" \/ k \in off) /\ pair[k].day >= today /\ pair[k].uid # <<>>}
  IN
  /\ erasing[p] # NotErasing
  /\ person[p] = erasing[p].row
  /\ \A k \in Keys : Over(k, p) => k \in erasing[p].cleaned
  /\ pair' = TLCEval([k \in Keys |-> IF k \in off THEN [Off(k) EXCEPT !.names = @ \ {p}]
                                     ELSE IF pair[k].relay = p THEN [pair[k] EXCEPT !.relay = Nobody]
                                     ELSE pair[k]])
  /\ person' = TLCEval([q \in People |->
                  IF q = p THEN Gone
                  ELSE IF \E k \in off : q = Other(k, p) THEN Without(q, off) ELSE person[q]])
  /\ erasing' = [erasing EXCEPT ![p] = NotErasing]
  /\ Queue(Leaves(p, off) \cup {Mail("efface", p, gone, 0, 0)})
  /\ UNCHANGED <<last, plan, counts, agreed, ended, calendar, today>>

(* Somebody has changed the row meanwhile: erasing begins anew.             *)
EraseAgain(p) ==
  /\ erasing[p] # NotErasing
  /\ person[p].status # "ABSENT"
  /\ person[p] # erasing[p].row
  /\ erasing' = [erasing EXCEPT ![p] = [row |-> person[p], cleaned |-> {}]]
  /\ UNCHANGED <<person, last, pair, plan, counts, agreed, queued, ended, clash, calendar, today>>

----------------------------------------------------------------------------
(* A host hands the day to a colleague, whose link serves until it is       *)
(* spent or replaced. The place goes with the student.                      *)
Entrust(k, c) ==
  /\ "relay" \in Acts
  /\ Ahead(k) /\ person[k[1]].status # "ABSENT"
  /\ c \in Hosts \ {k[1]}
  /\ pair[k].relay # c
  /\ pair' = [pair EXCEPT ![k].relay = c]
  /\ UNCHANGED <<person, last, plan, counts, agreed, erasing, queued, ended, clash, calendar, today>>

Decline(k) ==
  /\ "relay" \in Acts
  /\ Ahead(k) /\ pair[k].relay \in Hosts
  /\ pair' = [pair EXCEPT ![k].relay = Nobody]
  /\ UNCHANGED <<person, last, plan, counts, agreed, erasing, queued, ended, clash, calendar, today>>

TakeOver(k, c) ==
  LET new == <<c, k[2]>> IN
  /\ "relay" \in Acts
  /\ Ahead(k) /\ pair[k].relay = c
  /\ MayTakeOver(c)
  /\ person[k[1]].status # "ABSENT" /\ person[k[2]].status # "ABSENT"
  /\ pair[new].status \in {"NONE", "PROPOSE"}
  /\ pair' = [pair EXCEPT ![k] = Off(k),
                          ![new] = [Formed(new, pair[k].day) EXCEPT !.seq = pair[k].seq + 2, !.uid = pair[k].uid]]
  /\ person' = [person EXCEPT ![k[1]] = [Without(k[1], {k}) EXCEPT !.handed = @ + 1],
                              ![k[2]] = [person[k[2]] EXCEPT !.pairs = (@ \ {k}) \cup {new}],
                              ![c] = With(c, new)]
  /\ Queue({Mail("relais-pris", q, {new}, pair[k].seq + 2, 0) : q \in {c, k[2]}}
           \cup {Mail("relais-confie", k[1], {k}, pair[k].seq + 1, 0)})
  /\ UNCHANGED <<last, plan, counts, agreed, erasing, ended, calendar, today>>

----------------------------------------------------------------------------
(* The sender reads the state and writes the letter, or finds it pointless. *)
(* A calendar keeps the entry with the highest SEQUENCE, of two the later.  *)
Enters(p, u, seq, day, off) ==
  IF seq >= calendar[p][u].seq
  THEN [calendar EXCEPT ![p][u] = [seq |-> seq, day |-> day, off |-> off]]
  ELSE calendar

Max(a, b) == IF a > b THEN a ELSE b

(* Another erasure takes the address out of what still waits, and its own   *)
(* mail removes all.                                                        *)
ErasedAgain(m) ==
  \E n \in {Id(one) : one \in queued} \cup ended :
    n[1] = "efface" /\ n[2] = m.to /\ n[4] > m.number

Pointless(m) ==
  LET k == CHOOSE one \in m.keys : TRUE IN  \* not looked at if there is none
  CASE m.kind = "efface" -> ErasedAgain(m)
    [] person[m.to].status = "ABSENT" -> TRUE
    [] m.kind = "retrait" -> m.keys = {} /\ m.number # person[m.to].number
    [] m.kind \in {"binome-annule", "relais-confie"} -> pair[k].status # "ANNULE"
    [] m.number # person[m.to].number -> TRUE
    [] ~Live(k) -> TRUE
    [] person[Other(k, m.to)].status = "ABSENT" -> TRUE
    [] m.kind = "date-convenue" -> m.day # pair[k].day
    [] m.kind = "date-proposee" -> m.seq # pair[k].seq \/ pair[k].by # Other(k, m.to)
    [] OTHER -> FALSE

Letter(m) ==
  LET k == CHOOSE one \in m.keys : TRUE
      seq == Max(m.seq, pair[k].seq)
  IN
  CASE m.kind \in {"efface", "retrait"} ->
         [calendar EXCEPT ![m.to] = TLCEval([u \in Keys |->
            LET offs == {one \in m.keys : pair[one].uid = u /\ pair[one].status = "ANNULE"} IN
            IF offs = {} THEN calendar[m.to][u]
            ELSE LET one == CHOOSE any \in offs : TRUE IN
                 IF pair[one].seq >= calendar[m.to][u].seq
                 THEN [seq |-> pair[one].seq, day |-> pair[one].day, off |-> TRUE]
                 ELSE calendar[m.to][u]])]
    [] m.kind \in {"binome", "date-convenue", "relais-pris"} -> Enters(m.to, pair[k].uid, seq, pair[k].day, FALSE)
    [] m.kind \in {"binome-annule", "relais-confie"} -> Enters(m.to, pair[k].uid, seq, pair[k].day, TRUE)
    [] OTHER -> calendar

Send(m) ==
  /\ "send" \in Acts
  /\ m \in queued
  /\ queued' = queued \ {m}
  /\ ended' = ended \cup {Id(m)}
  /\ calendar' = IF Pointless(m) THEN calendar ELSE Letter(m)
  /\ UNCHANGED <<person, last, pair, plan, counts, agreed, erasing, clash, today>>

----------------------------------------------------------------------------
Next ==
  \/ Morning \/ NameRun \/ Agree
  \/ \E k \in Keys : \/ \E d \in Days : Plan(k, d)
                     \/ PlanAgreed(k) \/ Drop(k) \/ Cancel(k) \/ CallOffProposal(k) \/ Decline(k)
                     \/ \E p \in Two(k) : \/ \E ds \in SUBSET Days : Offer(k, p, ds)
                                          \/ \E d \in Days : Accept(k, p, d)
                     \/ \E c \in Hosts : Entrust(k, c) \/ TakeOver(k, c)
                     \/ \E p \in Two(k) : Clean(p, k)
  \/ \E planned \in plan : Record(planned) \/ Propose(planned) \/ Skip(planned)
  \/ \E p \in People : Withdraw(p) \/ Register(p) \/ Confirm(p) \/ Change(p) \/ Erase(p) \/ Finish(p) \/ EraseAgain(p)
  \/ \E m \in queued : Send(m)

Spec == Init /\ [][Next]_vars

----------------------------------------------------------------------------
(* What is promised *)

NoMailTwice == ~clash

NoPlaceGivenTwice ==
  \A p \in People : Cardinality({k \in Keys : p \in Two(k) /\ Live(k)}) <= Room(p)

(* Both rows name the pairs that are on, and no others; the statuses fit.   *)
PeopleAndPairsAgree ==
  \A p \in People :
    /\ person[p].status # "ABSENT" => person[p].pairs = {k \in Keys : p \in Two(k) /\ Live(k)}
    /\ person[p].status \in {"CONFIRMEE", "APPARIEE"} => (person[p].status = "APPARIEE" <=> person[p].pairs # {})

ErasedStaysErased ==
  \A p \in People : person[p].status = "ABSENT" => \A k \in Keys : p \notin pair[k].names

(* Nobody hears of a proposal.                                              *)
ProposalsAreSilent ==
  \A k \in Keys : pair[k].status \in {"NONE", "PROPOSE"} =>
    /\ \A p \in People : k \notin person[p].pairs
    /\ \A m \in queued : k \notin m.keys

OnlyWhatWasAgreed ==
  [][OnAgreement => \A k \in Keys : (pair[k].status # "FORME" /\ pair'[k].status = "FORME" /\ pair[k].status # "DATE_PROPOSEE") =>
       pair[k].status = "PROPOSE" /\ pair[k].run = counts /\ agreed = counts]_vars

(* Nobody alone moves the day, and only to one that was proposed and is to  *)
(* come.                                                                    *)
BothAgreed == \A k \in Keys : pair[k].status = "FORME" => pair[k].yes = Two(k)

OnlyProposedDays ==
  [][\A k \in Keys : Live(k) /\ pair'[k].day # pair[k].day =>
       pair'[k].day \in pair[k].offer /\ pair'[k].day > today]_vars

NothingIsDecidedTooLate ==
  [][\A planned \in plan' \ plan : planned.day > today]_vars

(* An ambassador who has handed the day on does not get somebody else.      *)
ThePlaceGoesWithTheStudent ==
  [][\A k \in Keys : (Live(k) /\ \E n \in Keys \ {k} : pair[n].uid # pair[k].uid /\ pair'[n].uid = pair[k].uid) =>
       person'[k[1]].handed = person[k[1]].handed + 1]_vars

ErasingForgetsWhoIsAsked ==
  [][\A p \in People : person[p].status # "ABSENT" /\ person'[p].status = "ABSENT" =>
       \A k \in Keys : pair'[k].relay # p]_vars

NeverTogetherAgain ==
  [][\A k \in Keys : pair[k].status = "ANNULE" => pair'[k].status = "ANNULE"]_vars

(* Once their mails have left, both have the pair's day in their calendars, *)
(* and nobody has one that was called off.                                  *)
Waits(p) == \E m \in queued : m.to = p

BothKnowTheDay ==
  \A p \in People, u \in Keys :
    LET mine == {k \in Keys : p \in Two(k) /\ pair[k].uid = u /\ Live(k)}
        was == {k \in Keys : p \in Two(k) /\ pair[k].uid = u /\ pair[k].status = "ANNULE"}
    IN ("send" \in Acts /\ ~Waits(p)) =>
       /\ \A k \in mine : Ahead(k) /\ person[p].status # "ABSENT" =>
            ~calendar[p][u].off /\ calendar[p][u].day = pair[k].day
       /\ mine = {} => \A k \in was : pair[k].day >= today => calendar[p][u].off
=============================================================================
