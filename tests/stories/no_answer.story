# Câu hỏi không có câu trả lời: nói thật, giữ lại cho cán bộ; rồi nhắn riêng cho cán bộ.
at: 2026-11-23T09:00
> giá na chi lăng hôm nay bao nhiêu một cân
< Việc này có vẻ nằm ngoài Hội thi nên tôi không trả lời được; tôi có ghi lại để cán bộ biết. Tôi giúp được những việc dưới đây.
  [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Menu]

> gặp cán bộ
< Anh/chị muốn hỏi cán bộ điều gì? Nhắn vào đây, tôi giữ nguyên lời và chuyển cho cán bộ.
  [Gửi câu vừa rồi cho cán bộ] [Menu]

> Máy của tôi nặng 2 tạ, chở lên tỉnh bằng gì thì được hỗ trợ
< Tôi đã giữ lời nhắn cho cán bộ Hội thi. Trả lời sẽ hiện ngay trong đoạn chat này, anh/chị nhớ mở lại xem; tôi không hứa được là lúc nào, vì người trả lời là người thật.
  [Menu]

> 😀😀
< Tôi chưa đọc được chữ nào. Anh/chị nhắn bằng chữ, hoặc bấm một nút giúp tôi.
  [Menu]

> asdkjh qwe
< Việc này có vẻ nằm ngoài Hội thi nên tôi không trả lời được; tôi có ghi lại để cán bộ biết. Tôi giúp được những việc dưới đây.
  [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Menu]

