//! The terms of reference: headings with their paragraphs, in the board's order.

use pledgeboard_domain::{Refusal, TermsSection, id::TermsSectionId, terms_of_reference};
use serde::{Deserialize, Serialize};

use crate::{
    command::Nothing,
    context::{Context, Written},
    error::Outcome,
};

/// One place up or down in the order.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MoveTermsSection {
    pub section_id: TermsSectionId,
    pub version: i64,
    pub up: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveTermsSection {
    pub section_id: TermsSectionId,
    pub version: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewTermsSection {
    pub heading: String,
}

pub(super) async fn list(cx: &Context, _: Nothing) -> Outcome<Vec<TermsSection>> {
    Ok(cx.read().await?.all().await?)
}

/// The usual headings with words to start from; only where nothing is written yet.
pub(super) async fn begin(cx: &Context, _: Nothing) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("begin the terms of reference").await?;
    if !write.all::<TermsSection>().await?.is_empty() {
        return Err(Refusal::rule("The terms of reference have been begun already. Change those.").into());
    }
    let board = write.board().await?;
    for (position, (heading, text)) in (1..).zip(terms_of_reference::usual(&board)) {
        let mut section =
            TermsSection { id: cx.new_id(), version: 0, position, heading: heading.into(), text };
        write.insert(&mut section).await?;
    }
    cx.done(write, Nothing {}).await
}

pub(super) async fn add(cx: &Context, request: NewTermsSection) -> Outcome<Written<TermsSectionId>> {
    let mut write = cx.write("add to the terms of reference").await?;
    let last = write.all::<TermsSection>().await?.iter().map(|it| it.position).max().unwrap_or(0);
    let mut section = TermsSection {
        id: cx.new_id(),
        version: 0,
        position: last + 1,
        heading: request.heading.trim().into(),
        text: String::new(),
    };
    section.check()?;
    write.insert(&mut section).await?;
    cx.done(write, section.id).await
}

pub(super) async fn save(cx: &Context, mut section: TermsSection) -> Outcome<Written<TermsSectionId>> {
    section.check()?;
    let mut write = cx.write("change the terms of reference").await?;
    section.position = write.one::<TermsSection>(section.id).await?.position;
    write.update(&mut section).await?;
    cx.done(write, section.id).await
}

pub(super) async fn step(cx: &Context, request: MoveTermsSection) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("reorder the terms of reference").await?;
    let mut all = write.all::<TermsSection>().await?;
    let at = all
        .iter()
        .position(|it| it.id == request.section_id)
        .ok_or_else(|| Refusal::not_found("section of the terms of reference"))?;
    let other = if request.up { at.checked_sub(1) } else { Some(at + 1).filter(|next| *next < all.len()) };
    let Some(other) = other else {
        let place = if request.up { "first" } else { "last" };
        return Err(Refusal::rule(format!("“{}” is the {place} already.", all[at].heading)).into());
    };
    let (mine, theirs) = (all[at].position, all[other].position);
    all[at].version = request.version;
    for (place, position) in [(at, theirs), (other, mine)] {
        all[place].position = position;
        write.update(&mut all[place]).await?;
    }
    cx.done(write, Nothing {}).await
}

pub(super) async fn remove(cx: &Context, request: RemoveTermsSection) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("take a section out of the terms of reference").await?;
    let mut section = write.one::<TermsSection>(request.section_id).await?;
    section.version = request.version;
    write.delete(&section).await?;
    cx.done(write, Nothing {}).await
}
