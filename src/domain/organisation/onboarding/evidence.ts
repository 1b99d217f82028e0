import type { EvidenceKind, OnboardingItem, OnboardingStep } from '../installation';
import { carriesSecret } from '../looks-like-secret';

/** What has to be given when the step is ticked. */
export function evidenceFor(step: OnboardingItem | OnboardingStep): EvidenceKind | undefined {
  return 'evidence' in step ? step.evidence : undefined;
}

/** Whether it shows that the item is done: a link is one that Teams opens, with nothing secret in it; what the ticket is, is the tickets' to know. */
export function isEvidence(kind: EvidenceKind, evidence: string): boolean {
  switch (kind) {
    case 'link':
      return isLink(evidence);
    case 'trialTicket':
      return evidence.trim() !== '';
  }
}

function isLink(evidence: string): boolean {
  if (!URL.canParse(evidence)) return false;
  const link = new URL(evidence);
  return link.protocol === 'https:' && !carriesSecret(link);
}
