# Câu hỏi không có câu trả lời: nói thật, giữ lại cho cán bộ; rồi nhắn riêng cho cán bộ.
at: 2026-11-23T09:00
> giá na chi lăng hôm nay bao nhiêu một cân
< Tôi chưa có câu trả lời chắc chắn cho câu này, nên không nói bừa.
  ~
  Câu hỏi đã được giữ lại cho cán bộ. Khi có trả lời, tôi nhắn ngay tại đây; tôi không hứa được là lúc nào.
  [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Menu]


> gặp cán bộ
< Anh/chị muốn hỏi cán bộ điều gì? Nhắn vào đây, tôi giữ nguyên lời và chuyển cho cán bộ.

> Máy của tôi nặng 2 tạ, chở lên tỉnh bằng gì thì được hỗ trợ
< Đã giữ lời nhắn của anh/chị cho cán bộ Hội thi. Trả lời sẽ đến ngay tại đây; tôi không hứa được là lúc nào, vì người trả lời là người thật, làm việc theo giờ hành chính.
  [Menu]

> 😀😀
< Tôi chưa đọc được chữ nào. Anh/chị nhắn bằng chữ, hoặc bấm một nút giúp tôi.
  [Menu]

> asdkjh qwe
< Tôi chưa có câu trả lời chắc chắn cho câu này, nên không nói bừa.
  ~
  Câu hỏi đã được giữ lại cho cán bộ. Khi có trả lời, tôi nhắn ngay tại đây; tôi không hứa được là lúc nào.
  [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Menu]

