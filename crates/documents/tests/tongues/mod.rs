//! What children in care in England say in their own languages: each wants to live near a sister, and to have the school
//! told.

use pledgeboard_documents::block::*;

/// The language, its name, and the words.
pub const SAID: [(&str, &str, &str); 5] = [
    (
        "ar",
        "Arabic",
        "أريد أن أبقى قريبًا من أختي الصغيرة. قالت لي المعلّمة إنّها ستتصل بالمدرسة (قبل الساعة 5:30) في 3 ديسمبر 2026، ولا أحد يجب أن ينسى الأولاد.",
    ),
    (
        "ps",
        "Pashto",
        "زه غواړم چې خپلې خور ته نږدې پاتې شم. ښوونکې راته وویل چې زموږ ښوونځی به د ۲۰۲۶ کال د ډسمبر په ۳ مه خبر شي، ځکه چې هېڅوک باید ماشومان هېر نه کړي.",
    ),
    (
        "ti",
        "Tigrinya",
        "ኣብ ጥቓ ሓፍተይ ክነብር እደሊ። መምህረይ ንቤት ትምህርቲ ብ3 ታሕሳስ 2026 ክትነግሮም ምዃና ኣፍሊጣትኒ፣ ምኽንያቱ ዝኾነ ሰብ ነቶም ቆልዑ ክርስዖም የብሉን።",
    ),
    (
        "vi",
        "Vietnamese",
        "Con muốn được ở gần chị gái của con. Cô giáo nói sẽ báo cho nhà trường biết vào ngày 3 tháng 12 năm 2026, vì không ai được quên những đứa trẻ.",
    ),
    (
        "uk",
        "Ukrainian",
        "Я хочу жити ближче до своєї сестри. Вчителька сказала, що школа дізнається про це 3 грудня 2026 року, бо об’єднувати сім’ї — це її обов’язок, і ґанок їхній поруч.",
    ),
];

/// Each in every place where words can stand.
pub fn document(style: Style) -> Document {
    let mut document = Document::new("What you said, in your own words", style);
    document.footer = "Anytown Council · كلمات الأطفال".to_owned();
    document.push(Block::Title {
        kicker: Some("For children and young people in our care".to_owned()),
        text: "What you said, in your own words".to_owned(),
        subtitle: vec!["Winter 2026".to_owned()],
    });
    for (_, name, said) in SAID {
        let short = said.split(['.', '።']).next().unwrap_or_default();
        document.heading(2, name);
        document.paragraph(said);
        document.push(Block::runs(vec![Inline::bold(format!("{short}. ")), Inline::text(said)]));
        document.push(Block::bullets([short, "Near my sister", said]));
        document.push(Block::lettered([plain(short), plain(said)]));
        document.push(Block::Pair(Pair {
            icon: Icon::said(),
            tone: Tone::Plum,
            label: Some("You said".to_owned()),
            paragraphs: vec![plain(said), plain("Aisha said this to Ruth Bell on 3 December.")],
        }));
        let mut table = Table::new("What was said", ["Who", "Words", "Answer"], &[1.0, 3.0, 2.0]);
        table.row(vec![name.into(), said.into(), short.into()]);
        table.row(vec![short.into(), "In English".into(), Inline::pill(short, Tone::Leaf).into()]);
        document.push(Block::Table(table));
        document.push(Block::Facts(vec![Fact::new("Said", short), Fact::new(short, "Said")]));
        document.push(Block::Callout {
            tone: Tone::Sun,
            blocks: vec![Block::heading(3, short), Block::paragraph(said)],
        });
    }
    document.heading(2, "Mixed");
    document.paragraph(
        "She told us “أريد أن أبقى مع أختي” (I want to stay with my sister), and Nguyễn Thị Lan agreed.",
    );
    document.paragraph("قالت Ruth Bell من Anytown Council إن رقم الهاتف هو 020 7946 0018 وإن البريد هو ruth@example.org فقط.");
    document.paragraph("می\u{200c}خواهم نزدیک خواهرم باشم.");
    document.paragraph("وهذهكلمةطويلةجدالاتنتهيأبدا".repeat(6));
    document
}
