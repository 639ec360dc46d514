//! What a pack is made of: the agenda, its papers, and what came later.

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_documents::{
    RenderOptions,
    block::Document,
    content::{
        agenda::{AgendaInput, Published},
        pack::{Front, front, gone, marking},
    },
    pack::{Pack, Part},
    printed, text,
};
use pledgeboard_domain::{
    AgendaContent, AgendaVersion, Audience, Code, Meeting, PackNumbers, PackPart, PackedPaper, Paper,
    PublishedItem, PublishedPaper, Refusal,
    id::{PaperId, VoiceId},
    pack, wording,
};
use pledgeboard_store::Reading;

use super::number;
use crate::{
    error::{AppError, Outcome},
    meetings,
    reports::{ReportKind, ReportRequest, export::refused, gather},
};

/// A pack, ready to be made.
pub(super) struct Plan {
    pub pack: Pack,
    pub sources: Vec<Source>,
    pub meeting: Meeting,
    /// Which of the supplements it is, from 1, and of how many; 1 of 1 for the pack itself.
    pub part: (u32, u32),
    /// The words of what we composed, and what follows it.
    pub text: String,
    pub voices: Vec<VoiceId>,
    pub notes: Vec<String>,
    /// All papers together, in bytes.
    pub bytes: usize,
}

/// Where the file of a part comes from.
pub(super) enum Source {
    Composed(Vec<u8>),
    /// In the board's file, by its hash.
    Kept(String),
}

/// What one part of a pack is made from.
struct Making<'a> {
    input: &'a AgendaInput,
    part: &'a PackPart,
    audience: Audience,
    last: i64,
}

pub(super) async fn plan(
    read: &mut Reading,
    request: &ReportRequest,
    audience: Audience,
    today: NaiveDate,
) -> Outcome<Plan> {
    let meeting = gather::meeting::next(read, request, today).await?;
    let versions = versions(read, &meeting).await?;
    let parts = versions.last().map(|(content, _)| content.pack.of(audience).to_vec()).unwrap_or_default();
    if parts.is_empty() {
        return Err(unnumbered());
    }
    let (wanted, place) = wanted(request, &meeting, &parts)?;
    let last = pack::last_page(&parts);
    let mut inputs = vec![];
    for part in wanted {
        let version = versions.iter().find(|(_, it)| it.as_ref().map_or(1, |it| it.number) == part.version);
        let Some((content, published)) = version else { continue };
        let input = gather::agenda::of(read, content.clone(), published.clone(), today).await?;
        inputs.push((input, part));
    }
    let logo = match inputs.first() {
        Some((input, _)) => number::logo(read, &input.board).await?,
        None => None,
    };
    let mut plan = Plan {
        pack: Pack {
            title: String::new(),
            language: "en-GB".to_owned(),
            created: today.and_time(NaiveTime::MIN),
            first: inputs.first().map_or(1, |(_, part)| usize::try_from(part.first).unwrap_or(1)),
            parts: vec![],
        },
        sources: vec![],
        meeting,
        part: place,
        text: String::new(),
        voices: vec![],
        notes: vec![],
        bytes: 0,
    };
    for (input, part) in &inputs {
        plan.add(read, &Making { input, part, audience, last }, logo.as_deref()).await?;
    }
    plan.say_whom_it_is_for(&inputs, audience);
    Ok(plan)
}

/// The agenda's versions with their numbers, or the draft numbered as it stands.
async fn versions(read: &mut Reading, meeting: &Meeting) -> Outcome<Vec<(AgendaContent, Option<Published>)>> {
    let versions: Vec<AgendaVersion> = number::versions(read, meeting.id).await?;
    if !versions.is_empty() {
        let published = |version: &AgendaVersion| Some(Published::from(version));
        return Ok(versions.into_iter().map(|it| (it.content.clone(), published(&it))).collect());
    }
    let mut draft = meetings::agenda::content(read, meeting.id).await?;
    draft.pack = number::of(read, draft.clone(), None, &PackNumbers::default()).await?;
    Ok(vec![(draft, None)])
}

fn wanted(
    request: &ReportRequest,
    meeting: &Meeting,
    parts: &[PackPart],
) -> Outcome<(Vec<PackPart>, (u32, u32))> {
    if request.document == ReportKind::Pack {
        return Ok((parts.to_vec(), (1, 1)));
    }
    let supplements: Vec<&PackPart> = parts.iter().filter(|part| part.version > 1).collect();
    let of = u32::try_from(supplements.len()).unwrap_or(u32::MAX);
    if of == 0 {
        let day = wording::date(meeting.date);
        let message = format!("No item or paper was added after the agenda of {day} was published.");
        return Err(Refusal { code: Code::NotFound, field: Some("meeting_id"), message }.into());
    }
    let asked = request.part.unwrap_or(of);
    let found = asked.checked_sub(1).and_then(|at| supplements.get(usize::try_from(at).ok()?));
    match found {
        Some(part) => Ok((vec![(*part).clone()], (asked, of))),
        None => {
            let words = wording::count(of.into(), "supplement", "supplements");
            Err(Refusal::field("part", format!("There are {words}. Choose one that is there.")).into())
        }
    }
}

/// How many supplements an audience has of a meeting's pack.
pub(in crate::reports) async fn supplements(
    read: &mut Reading,
    meeting: &Meeting,
    audience: Audience,
) -> Outcome<u32> {
    let versions = number::versions(read, meeting.id).await?;
    let parts = versions.last().map(|it| it.content.pack.of(audience)).unwrap_or_default();
    Ok(u32::try_from(parts.iter().filter(|part| part.version > 1).count()).unwrap_or(u32::MAX))
}

fn unnumbered() -> AppError {
    let message = "The pages cannot be numbered. Look at the agenda first: it says what cannot be printed.";
    Refusal::rule(message).into()
}

impl Plan {
    async fn add(&mut self, read: &mut Reading, making: &Making<'_>, logo: Option<&[u8]>) -> Outcome<()> {
        let Front { document, .. } =
            front(making.input, making.audience, making.part, making.last, logo).map_err(refused)?;
        let file = printed(&document, &RenderOptions { created: self.pack.created }).map_err(refused)?;
        if i64::try_from(file.pages) != Ok(making.part.front) {
            self.notes.push(
                "The agenda takes other pages now than when it was published, so page numbers differ from those \
                 given out."
                    .to_owned(),
            );
        }
        if self.pack.title.is_empty() {
            self.pack.title.clone_from(&document.title);
        }
        let name = match making.part.version {
            1 => "Agenda".to_owned(),
            version => format!("Supplement {}", version - 1),
        };
        self.compose(&document, name.clone(), vec![name], file.pages, file.pdf);
        for packed in &making.part.papers {
            self.paper(read, making, packed).await?;
        }
        Ok(())
    }

    fn compose(
        &mut self,
        document: &Document,
        title: String,
        bookmarks: Vec<String>,
        pages: usize,
        file: Vec<u8>,
    ) {
        self.text.push_str(&text(document));
        self.text.push('\n');
        document.voices.iter().for_each(|voice| {
            if !self.voices.contains(voice) {
                self.voices.push(*voice);
            }
        });
        self.pack.parts.push(Part { title, bookmarks, pages, composed: true, marking: None });
        self.sources.push(Source::Composed(file));
    }

    async fn paper(&mut self, read: &mut Reading, making: &Making<'_>, packed: &PackedPaper) -> Outcome<()> {
        let pages = usize::try_from(packed.pages).unwrap_or(0);
        let Some((item, paper)) = listed(making.input, packed.paper_id) else { return Ok(()) };
        // What is private is asked for again here, whatever the numbers say.
        if !making.audience.may_read(&paper.access) {
            return Err(AppError::fault("a paper is numbered that is not for this audience"));
        }
        let title = if making.audience.may_read(&item.item.access) {
            &item.item.title
        } else {
            item.item.title_for_the_public()
        };
        let bookmarks = vec![format!("{}. {title}", item.item.number), paper.title.clone()];
        let kept = read.get::<Paper>(packed.paper_id).await?;
        let Some(kept) = kept else {
            let document = gone(pages);
            let file = printed(&document, &RenderOptions { created: self.pack.created }).map_err(refused)?;
            self.notes.push(format!("“{}” was removed. Its pages say so.", paper.title));
            let part = Part {
                title: paper.title.clone(),
                bookmarks,
                pages: file.pages,
                composed: false,
                marking: None,
            };
            self.pack.parts.push(part);
            self.sources.push(Source::Composed(file.pdf));
            return Ok(());
        };
        let numbers = pack::in_words(&(packed.first..=packed.first + packed.pages - 1));
        self.text.push_str(&format!("{}, {numbers}\n", paper.title));
        self.bytes += usize::try_from(kept.bytes).unwrap_or(0);
        self.pack.parts.push(Part {
            title: paper.title.clone(),
            bookmarks,
            pages,
            composed: false,
            marking: marking(&paper.access),
        });
        self.sources.push(Source::Kept(kept.hash));
        Ok(())
    }

    /// For a look at a pack whose papers are very large together.
    pub fn leave_out_papers(&mut self) {
        let megabytes = self.bytes.div_ceil(1_000_000);
        let kept: Vec<bool> = self.sources.iter().map(|it| matches!(it, Source::Composed(_))).collect();
        let mut at = kept.iter();
        self.pack.parts.retain(|_| at.next().copied().unwrap_or(true));
        self.sources.retain(|source| matches!(source, Source::Composed(_)));
        self.notes.push(format!(
            "Its papers are {megabytes} MB together, so only our own pages are shown here. The file that you save has \
             all of them."
        ));
    }

    fn say_whom_it_is_for(&mut self, inputs: &[(AgendaInput, PackPart)], audience: Audience) {
        let papers = |input: &AgendaInput| -> Vec<PublishedPaper> {
            input.content.items.iter().flat_map(|it| it.papers.clone()).collect()
        };
        let private: Vec<PublishedPaper> =
            inputs.iter().flat_map(|(input, _)| papers(input)).filter(|it| !it.access.is_open()).collect();
        if private.is_empty() {
            return;
        }
        self.notes.push(match audience {
            Audience::Public | Audience::Children => {
                "Papers that are not for publication are left out.".to_owned()
            }
            Audience::Members | Audience::Chair => {
                "It is not for publication: give it only to those who may read it.".to_owned()
            }
        });
    }
}

/// A paper as its agenda lists it, with its item.
fn listed(input: &AgendaInput, paper: PaperId) -> Option<(&PublishedItem, &PublishedPaper)> {
    input
        .content
        .items
        .iter()
        .filter(|it| !it.item.is_withdrawn())
        .find_map(|it| Some((it, it.papers.iter().find(|listed| listed.paper_id == paper)?)))
}
