namespace ScoEvents.Web.Features.Accreditation;

/// <summary>Words of the review of persons, of the letters about them and of the mails to their sides.</summary>
public sealed class AccreditationTexts;
