//! Membership and terms of reference, as they stand today.

use chrono::NaiveDate;
use pledgeboard_documents::{
    block::Document,
    content::membership::{self, MembershipInput},
};
use pledgeboard_domain::{Audience, Board};
use pledgeboard_store::Reading;

use super::Source;
use crate::error::Outcome;

impl Source for MembershipInput {
    fn build(&self, _: Audience) -> Document {
        membership::build(self)
    }

    fn board(&self) -> &Board {
        &self.board
    }
}

pub(super) async fn gather(read: &mut Reading, today: NaiveDate) -> Outcome<MembershipInput> {
    Ok(MembershipInput {
        board: read.board().await?,
        today,
        seats: read.all().await?,
        terms: read.all().await?,
        people: read.all().await?,
        themes: read.all().await?,
        assignments: read.all().await?,
        sections: read.all().await?,
    })
}
