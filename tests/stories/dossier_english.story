# The same in English, as far as the first questions.
at: 2027-04-10T09:00
> english
< From now on I speak English.
  [Make a dossier] [Dates and deadline] [May I enter?] [The fields] [What is in a dossier?] [Who helps me?] [Talk to staff] [My data] [Tiếng Việt]
> make a dossier
< You have no dossier here yet. I ask short questions, you answer in your own words, and I turn it into papers to print and sign.
  [New dossier] [Help somebody else] [Menu]
>> [New dossier]
< Before asking for names I ask for your permission. One purpose at a time; yes or no, and you can change your mind later.
< Permission: Making and handing in the dossier
  ~
  To make a dossier I need to keep: the authors' names, years of birth, places and phone numbers, and what you tell and send. Responsible: the provincial Union of Science and Technology Associations (standing office of the contest). Staff, judges and those you ask for help may see it. Kept until 31 December 2028, then deleted. No ID pictures, no question about ethnicity.
  [I agree] [I do not agree]
>> [I agree]
< Permission: Staff may contact you about the dossier
  ~
  Staff of the provincial Union of Science and Technology Associations (standing office of the contest) may write to or call you about this dossier, for example when something is missing.
  [I agree] [I do not agree] [Back]
>> [I do not agree]
< Permission: Reminders
  ~
  I write to you when the deadline is near and something is missing. Never at night, and you can stop it any time.
  [I agree] [I do not agree] [Back]
>> [I do not agree]
< Dossier CZ6-EN6 is open. Note the number: you can tell it to staff. Work on it whenever you like; nothing is lost if you pause.
< Who will enter the contest?
  (Done 0/16. Missing: Who enters, Name of the organisation, Name of the solution and 13 more.)
  [One person] [A group] [An agency, business or cooperative]
>> [One person]
< What is your solution called? Name it so that people see at once what it does.
  ~
  For example: A maize sheller driven by an old motorbike engine
  (Done 1/15. Missing: Name of the solution, Field, Authors and 11 more.)
  [Later] [Back]
> A maize sheller driven by an old motor
< Which field does it belong to? If unsure, tell what it does in a few words and I suggest one.
  (Done 2/15. Missing: Field, Authors, When it was made and 10 more.)
  [Information technology, electronics, telecommunications] [Mechanics and automation, construction, transport] [Materials, chemicals, energy] [Farming, forestry, fishery, natural resources and environment] [Medicine and pharmacy] [Education and training] [Later] [Back]
>> [Later]
< Now the people who made it. What is the full name of the main author?
  ~
  As on the birth certificate, for example: Nông Văn Thử
  (Done 2/15. Missing: Field, Authors, When it was made and 10 more.)
  [Later] [Back]
> my dossiers
< Dossier CZ6-EN6: in progress
  A maize sheller driven by an old motor
  ~
  2 of 15 items are done.
  ○ Field
  ○ Authors
  ○ When it was made
  ○ Why it was made
  ○ How it was done before
  ○ What you made
  ○ What is new
  ○ Where it is used, and who can use it
  ○ What it brings
  ○ Photos and video
  ○ Drawings
  ○ Proof of its effect
  ○ Confirmation by the workplace or commune
  ~
  50 days left until dossiers are due: Sunday, 30 May 2027.
  [Go on: Field] [See or change an item] [Papers to print] [Open on another phone] [Remind me] [Withdraw] [Talk to staff] [Menu]
