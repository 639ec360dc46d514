//! A document with one of everything.

use pledgeboard_documents::block::*;

pub fn sample(style: Style) -> Document {
    let mut document = Document::new("How are we doing with our promises?", style);
    document.footer = "Anytown Council · a word you don’t know? See the last page".to_owned();
    document.push(Block::Title {
        kicker: Some("For children and young people in our care".to_owned()),
        text: "How are we doing with our promises?".to_owned(),
        subtitle: vec!["Autumn 2026 · from your Corporate Parenting Board".to_owned()],
    });
    document.heading(2, "Promise 2: A home that stays");
    let loops = [
        (
            Icon::said(),
            Tone::Plum,
            "You said",
            ["You moved home too often.", "Nobody told your school why you were tired."],
        ),
        (
            Icon::will(),
            Tone::Teal,
            "We will",
            ["Your social worker will ask you before you move.", "We will tell your school on the same day."],
        ),
        (
            Icon::know(),
            Tone::Sun,
            "How will we know?",
            ["Last year 11 in every 100 of you moved three times or more.", "We want it to be 8 or fewer."],
        ),
        (
            Icon::did(),
            Tone::Leaf,
            "We did",
            ["Schools now get a call on the day you move.", "We have 12 new foster homes near here."],
        ),
    ];
    for (icon, tone, label, words) in loops {
        document.push(Block::Pair(Pair {
            icon,
            tone,
            label: Some(label.to_owned()),
            paragraphs: words.map(plain).to_vec(),
        }));
    }
    document.heading(2, "Is this promise kept?");
    let mut lenses = Table::new("What each says of the promise", Vec::<Cell>::new(), &[7.0, 3.0]);
    lenses.row(vec!["The people who run services say".into(), Inline::pill("Kept", Tone::Leaf).into()]);
    lenses.row(vec![
        "Councillor Okafor visited and saw".into(),
        Inline::pill("Getting there", Tone::Sun).into(),
    ]);
    lenses.row(vec![Inline::bold("You say").into(), Inline::pill("Not yet", Tone::Coral).into()]);
    document.push(Block::Table(lenses));
    document.push(Block::runs(vec![
        Inline::bold("You are the ones who know."),
        Inline::text(" So we are still working on this promise. We will talk about it on 3 December."),
    ]));
    document.push(Block::PageBreak);
    document.heading(2, "Everything else");
    document.heading(3, "Words");
    document.push(Block::lead(
        "A lead paragraph opens a part, a little larger than the rest of the words on the page.",
    ));
    document.push(Block::runs(vec![
        Inline::text("Curly “quotes”, ‘single’, a price of €1,250 or £3.50, "),
        Inline::italic("leaning"),
        Inline::text(", "),
        Inline::bold("heavy"),
        Inline::text(", Welsh "),
        Inline::in_language("tŷ a dŵr, Ŵŷ", "cy"),
        Inline::text(", Arabic "),
        Inline::in_language("مرحبا بالعالم", "ar"),
        Inline::text(", a mark that has no letter of its own x\u{304}\u{323}, a tick ✓, an arrow → and "),
        Inline::link("a place to read more", "https://www.example.org/promises"),
        Inline::text("."),
    ]));
    document.push(Block::small("Small words, for asides."));
    document.push(Block::Facts(vec![
        Fact::new("Date", "Thursday 3 December 2026"),
        Fact::new("Time", "5:30pm to 7pm"),
        Fact::new("Place", "Council Chamber, Town Hall, High Street, Anytown, and for those who cannot come, a video call that is sent by email the day before"),
    ]));
    document.heading(3, "Lists");
    document.push(Block::bullets([
        "The first point",
        "The second point, which is long enough to run on to a second line so that the indent can be seen",
        "Third",
    ]));
    document.push(Block::lettered([plain("that the report be noted"), plain("that the promise stay on the agenda until the Corporate Parenting Board has heard from children and young people again")]));
    document.push(Block::List(List {
        ordered: true,
        items: vec![Item {
            label: "12.".to_owned(),
            blocks: vec![Block::paragraph("Nested"), Block::bullets(["inside", "again"])],
        }],
    }));
    document.push(Block::Callout {
        tone: Tone::Plum,
        blocks: vec![
            Block::heading(4, "A callout"),
            Block::paragraph("It holds blocks of its own."),
            Block::bullets(["one", "two"]),
        ],
    });
    document.push(Block::Figure(Figure {
        picture: Picture::Icon(Icon::or_star("landmark"), Tone::Teal),
        alt: "A town hall".to_owned(),
        height: 40.0,
    }));
    document.push(Block::Figure(Figure {
        picture: Picture::Image(logo()),
        alt: "The council’s logo".to_owned(),
        height: 36.0,
    }));
    document.heading(3, "A place for a pen");
    document.push(Block::TickBoxes {
        label: plain("Who came?"),
        options: [
            "Under 5s",
            "Primary age",
            "Secondary age",
            "Care leavers 16–17",
            "Care leavers 18 to 24",
            "Not sure",
        ]
        .map(str::to_owned)
        .to_vec(),
    });
    document
        .push(Block::WritingLines { label: plain("What did they say? Write their own words."), count: 4 });
    document.heading(2, "Actions");
    let mut actions = Table::new("Actions", ["Reference", "What", "Who", "By when"], &[1.2, 4.0, 1.8, 1.6]);
    for number in 1..=24 {
        actions.row(vec![
            format!("A26-{number:03}").into(),
            "Ask every school in the borough to name one trusted adult for each child in our care, and tell the Virtual School by half-term.".into(),
            "Head of the Virtual School".into(),
            Cell { paragraphs: vec![plain("Friday 18 December 2026"), vec![Inline::pill("Overdue", Tone::Coral)]] },
        ]);
    }
    actions.row(vec![
        "A26-025".into(),
        "A very long row. ".repeat(300).into(),
        Cell::default(),
        Cell::default(),
    ]);
    document.push(Block::Table(actions));
    document.paragraph("Averylongwordthatdoesnotfitonalineandhastobecutsomewhere".repeat(3));
    document
}

pub fn logo() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 32, 16);
    encoder.set_color(png::ColorType::Rgba);
    let pixels: Vec<u8> = (0..32 * 16u32)
        .flat_map(|at| [(at % 32 * 8) as u8, 90, 99, if at % 32 < 4 { 0 } else { 255 }])
        .collect();
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    bytes
}
