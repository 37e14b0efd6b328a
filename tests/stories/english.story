# A foreign engineer who lives in Lạng Sơn switches the language.
at: 2026-11-23T09:00
> english
< From now on I speak English.
  [Make a dossier] [Dates and deadline] [May I enter?] [The fields] [What is in a dossier?] [Who helps me?] [Talk to staff] [My data] [Tiếng Việt]

>> [Dates and deadline]
< Timetable of the Lạng Sơn Technical Innovation Contest
  ~
  ✓ 1. Rules published, contest launched: quarter II of 2026. This time is over.
  This assistant does not have the rules (Thể lệ) yet. Its answers will follow them once it does.
  ➤ 2. Publicity and guidance for entrants: from 2026 to May 2027. This is now.
  ➤ 3. Dossiers are received: until the end of 30 May 2027. This is now.
  A sector that holds its own contest must finish before this day. The Plan names no first day.
  ○ 4. Judging: June and July 2027. To come.
  ○ 5. Solutions for the national contest are chosen and improved: before 20 August 2027. To come.
  ○ 6. Closing and award ceremony: planned for October 2027. To come.
  (Source: Plan 92/KH-BTC, section II.1, II.2, II.3, II.4, II.5, II.6. Official.)
  {contest-timetable.png}
< 188 days left until dossiers are due: Sunday, 30 May 2027.
  That is a weekend. Better hand in by Friday, 28 May 2027, the last working day before it.
  The Plan does not say until what hour dossiers are taken on the last day.
  Whether the postmark or the day of arrival counts for post: this assistant has seen no rule.
  (Deadline: Plan 92/KH-BTC, section II.3, official. The advice, and what is not known, are the assistant's own words.)
  [Save to my calendar] [Menu]

> what documents do I need to submit
< The Plan only names a «dossier» and a «description of the solution»; the full list is for the rules. Elsewhere it was an entry form, the description, and photos or drawings if any. Press the button for each part with an example.
  (For reference: Plan 92/KH-BTC, section IV.2; 11th Thái Nguyên contest; 8th Đắk Lắk contest (2021). This assistant does not have the rules of this contest; they may differ.)
  [What is in a dossier?] [Not what I meant] [Menu]

>> [May I enter?]
< I ask a few short questions; just press. Nothing personal is asked, and every answer can be changed.
< Question 1 of 8. In whose name is the entry?
  [Just me] [A group of people] [An agency, business or cooperative]

> 3
< Question 2 of 8. Are the makers of the solution 18 or older?
  [18 or older] [Some are under 18] [Back]

> menu
< What would you like to see? Press a button, or type your question.
  [Continue: May I enter?] [Make a dossier] [Dates and deadline] [May I enter?] [The fields] [What is in a dossier?] [Who helps me?] [Talk to staff] [My data] [Tiếng Việt]

> tiếng việt
< Từ giờ tôi nói tiếng Việt.
  [Tiếp tục: Kiểm tra điều kiện dự thi] [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
