pack: tiny
at: 2026-11-23T09:00
staff: thu_ky secretary

staff: lanh_dao head

as: nong_van_thu
> /start
< Chào anh/chị. Tôi là trợ lý tự động của Cuộc thi Diều giấy xã Thử lần 1.
  Tôi hướng dẫn dự thi và trả lời câu hỏi; cần người thật thì bấm «Gặp cán bộ».
  [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi]
>> [Gặp cán bộ]
< Anh/chị muốn hỏi cán bộ điều gì? Nhắn vào đây, tôi giữ nguyên lời và chuyển cho cán bộ.
  [Menu]
> Tôi là Nông Văn Thử 0912 345 678, trẻ con mấy tuổi tham gia được?
< Tôi đã giữ lời nhắn cho cán bộ Hội thi. Trả lời sẽ hiện ngay trong đoạn chat này, anh/chị nhớ mở lại xem; tôi không hứa được là lúc nào, vì người trả lời là người thật.
  [Menu]
< Câu hỏi của anh/chị (số 1) đã chuyển tới cán bộ. Cán bộ trả lời trong giờ làm việc. Nếu đến 09:00, 24/11/2026 chưa ai nhận, tôi báo thêm cán bộ khác.

as: thu_ky
hears: thu_ky
< Câu hỏi số 1 (xin gặp cán bộ), chờ 1 phút:
  ~
  «Tôi là Nông Văn Thử 0912 345 678, trẻ con mấy tuổi tham gia được?»
  ~
  Trợ lý hiểu là: «Dùng keo gì?»
  [Nhận] [Chuyển] [Đóng]
>> [Nhận]
< Câu hỏi số 1 là của anh/chị. Nhắn câu trả lời vào đây: chữ, ghi âm, ảnh hay tệp. Người hỏi chỉ thấy tên cơ quan, không thấy tên anh/chị.
  [Trả lại] [Chuyển] [Đóng] [Bàn làm việc]
> Từ 6 tuổi, có người lớn đi cùng là tham gia được.
< Gửi cho người hỏi câu số 1?
  ~
  Từ 6 tuổi, có người lớn đi cùng là tham gia được.
  [Gửi] [Soạn lại] [Bàn làm việc]
>> [Gửi]
< Đã gửi câu trả lời số 1. Đến 11:00, 23/11/2026, lời người hỏi nhắn lại sẽ tới thẳng anh/chị.
  [Nhắn thêm cho người hỏi] [Thêm vào hỏi đáp] [Việc của tôi] [Bàn làm việc] [Menu]

as: nong_van_thu
hears: nong_van_thu
< Cán bộ Hội thi trả lời câu hỏi của anh/chị:
  «Tôi là Nông Văn Thử 0912 345 678, trẻ con mấy tuổi tham gia được?»
  ~
  Từ 6 tuổi, có người lớn đi cùng là tham gia được.
  (Câu lạc bộ Diều xã Thử)
  [Hỏi thêm] [Menu]

as: thu_ky
>> [Thêm vào hỏi đáp]
< Câu này sẽ thành câu mẫu cho máy học, và nằm lại lâu dài:
  ~
  «Tôi là ••• •••, trẻ con mấy tuổi tham gia được?»
  ~
  Tôi đã che những chỗ giống số điện thoại, số giấy tờ, thư điện tử hay tên người. Máy không thấy hết được: còn tên ai, số của ai thì anh/chị gõ lại câu, bỏ những chỗ đó.
  [Dùng câu này] [Bàn làm việc]
> trẻ con mấy tuổi tham gia được?
< «trẻ con mấy tuổi tham gia được?»
  Câu này hỏi về điều nào? Không có ở dưới thì gõ vài chữ để tìm.
  [Dùng keo gì?] [Nộp diều đến bao giờ?] [Chủ đề mới] [Quay lại]
>> [Chủ đề mới]
< Chủ đề mới. Gõ câu hỏi ngắn gọn để ghi trên nút, nhiều nhất 60 chữ cái.
  [Lấy đúng câu trên] [Quay lại]
>> [Lấy đúng câu trên]
< Gõ câu trả lời cho mọi người: câu ngắn, chữ dễ hiểu, từ 20 đến 320 chữ cái. Không ghi điều gì mà chưa có nguồn.
  [Bàn làm việc] [Quay lại]
> Từ 6 tuổi, có người lớn đi cùng là tham gia được.
< Điều này ghi ở văn bản nào? Không có ở dưới thì gõ vài chữ để tìm. Chưa có văn bản nào thì chọn lời trả lời của cơ quan.
  [Điều lệ 1/ĐL] [Trả lời của Câu lạc bộ] [Quay lại]
>> [Điều lệ 1/ĐL]
< Ở mục nào của văn bản đó? Ví dụ: II.3
  [Văn bản không chia mục] [Quay lại]
> 4
< Văn bản đó là gì đối với Hội thi lần này?
  [Của Hội thi này, hoặc luật đang có hiệu lực] [Kỳ trước, nơi khác: chỉ để tham khảo] [Quay lại]
>> [Của Hội thi này, hoặc luật đang có hiệu lực]
< Người khác sẽ hỏi điều này bằng lời nào? Gõ một cách hỏi khác hẳn, có dấu hay không đều được.
  [Bàn làm việc] [Quay lại]
> be may tuoi thi choi duoc
< Người khác sẽ hỏi điều này bằng lời nào? Gõ một cách hỏi khác hẳn, có dấu hay không đều được.
  [Bàn làm việc] [Quay lại]
> cháu nhà tôi học lớp 2, đã đủ tuổi chưa
< Đủ rồi. Trước khi đề nghị, tôi thử trên một bản sao rồi anh/chị xem lại lần cuối.
  [Thử trước] [Bàn làm việc] [Menu]
>> [Thử trước]
< Chủ đề mới: «Trẻ con mấy tuổi tham gia được?»
  ~
  Mọi người sẽ đọc:
  ~
  Từ 6 tuổi, có người lớn đi cùng là tham gia được.
  ~
  Nguồn: Điều lệ 1/ĐL, mục 4. Chính thức.
  ~
  «trẻ con mấy tuổi tham gia được?»
    trước: chưa trả lời được
    sau: trả lời «Trẻ con mấy tuổi tham gia được?»
  «be may tuoi thi choi duoc»
    trước: chưa trả lời được
    sau: trả lời «Trẻ con mấy tuổi tham gia được?»
  «cháu nhà tôi học lớp 2, đã đủ tuổi chưa»
    trước: trả lời «Dùng keo gì?»
    sau: trả lời «Trẻ con mấy tuổi tham gia được?»
  ~
  Từ 1 câu hỏi của mọi người.
  ~
  Thử trên bản sao với 2 câu hỏi máy chưa học: 0 câu trả lời tốt hơn, 0 câu kém đi. Thêm gì vào cũng có vài câu đổi như vậy.
  [Đề nghị] [Sửa] [Bàn làm việc] [Menu]
>> [Đề nghị]
< Đã ghi lại. Việc này cần người thứ hai duyệt.
  ~
  Tôi đã báo cho 1 người có quyền duyệt. Ai duyệt hay không, tôi sẽ nhắn lại.
  [Việc chờ duyệt] [Bàn làm việc] [Menu]

at: 2026-11-23T09:20
as: lanh_dao
hears: lanh_dao
< người số 1 đề nghị: thêm vào hỏi đáp. Cần một người thứ hai xem và duyệt.
  [Việc chờ duyệt]
>> [Việc chờ duyệt]
< Có 1 việc chờ duyệt hoặc chờ đến giờ làm:
  - Số 1: thêm vào hỏi đáp; người số 1 đề nghị lúc 09:00, 23/11/2026
  [Xem việc số 1] [Bàn làm việc] [Menu]
>> [Xem việc số 1]
< Số 1: thêm vào hỏi đáp; người số 1 đề nghị lúc 09:00, 23/11/2026
  ~
  Chủ đề mới: «Trẻ con mấy tuổi tham gia được?»
  ~
  Mọi người sẽ đọc:
  ~
  Từ 6 tuổi, có người lớn đi cùng là tham gia được.
  ~
  Nguồn: Điều lệ 1/ĐL, mục 4. Chính thức.
  ~
  «trẻ con mấy tuổi tham gia được?»
    trước: chưa trả lời được
    sau: trả lời «Trẻ con mấy tuổi tham gia được?»
  «be may tuoi thi choi duoc»
    trước: chưa trả lời được
    sau: trả lời «Trẻ con mấy tuổi tham gia được?»
  «cháu nhà tôi học lớp 2, đã đủ tuổi chưa»
    trước: trả lời «Dùng keo gì?»
    sau: trả lời «Trẻ con mấy tuổi tham gia được?»
  ~
  Từ 1 câu hỏi của mọi người.
  ~
  Thử trên bản sao với 2 câu hỏi máy chưa học: 0 câu trả lời tốt hơn, 0 câu kém đi. Thêm gì vào cũng có vài câu đổi như vậy.
  ~
  Đang chờ người thứ hai duyệt.
  [Duyệt] [Không duyệt] [Việc chờ duyệt] [Bàn làm việc] [Menu]
>> [Duyệt]
< Đã duyệt, đang làm.
  [Việc chờ duyệt] [Bàn làm việc] [Menu]
< Việc số 1: đã học xong lúc 09:20, 23/11/2026. Từ bây giờ ai hỏi như vậy sẽ được trả lời.
  [Xem việc số 1] [Bàn làm việc]

as: thu_ky
hears: thu_ky
< Số 1: thêm vào hỏi đáp; người số 1 đề nghị lúc 09:00, 23/11/2026
  ~
  Đã duyệt, đang làm.
  [Xem việc số 1]
< Việc số 1: đã học xong lúc 09:20, 23/11/2026. Từ bây giờ ai hỏi như vậy sẽ được trả lời.
  [Xem việc số 1] [Bàn làm việc]

as: ly_thi_thu
> /start
< Chào anh/chị. Tôi là trợ lý tự động của Cuộc thi Diều giấy xã Thử lần 1.
  Tôi hướng dẫn dự thi và trả lời câu hỏi; cần người thật thì bấm «Gặp cán bộ».
  [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi]
> chau nha toi hoc lop 2 da tham gia duoc chua
< Từ 6 tuổi, có người lớn đi cùng là tham gia được.
  (Nguồn: Điều lệ 1/ĐL, mục 4. Chính thức.)
  [Không đúng ý tôi] [Menu]
