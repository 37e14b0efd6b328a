# Câu hỏi không có câu trả lời: nói thật, giữ lại cho cán bộ; rồi nhắn riêng cho cán bộ.
at: 2026-11-23T09:00
> giá na chi lăng hôm nay bao nhiêu một cân
< Việc này nằm ngoài Hội thi nên tôi không trả lời được. Tôi giúp được những việc dưới đây; nếu vẫn cần, anh/chị hỏi cán bộ.
  [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Menu]

> gặp cán bộ
< Anh/chị muốn hỏi cán bộ điều gì? Nhắn vào đây, tôi giữ nguyên lời và chuyển cho cán bộ.
  [Gửi câu vừa rồi cho cán bộ]

> Máy của tôi nặng 2 tạ, chở lên tỉnh bằng gì thì được hỗ trợ
< Đã giữ lời nhắn của anh/chị cho cán bộ Hội thi. Trả lời sẽ đến ngay tại đây; tôi không hứa được là lúc nào, vì người trả lời là người thật.
  [Menu]

> 😀😀
< Tôi chưa đọc được chữ nào. Anh/chị nhắn bằng chữ, hoặc bấm một nút giúp tôi.
  [Menu]

> asdkjh qwe
< Việc này nằm ngoài Hội thi nên tôi không trả lời được. Tôi giúp được những việc dưới đây; nếu vẫn cần, anh/chị hỏi cán bộ.
  [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Menu]

