using Modelwright.Profile;

namespace Modelwright.Findings;

/// <summary>A finding whose remedy a plan holds.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Change">What the plan says for it, such as "role ignore".</param>
public sealed record AppliedRemedy(Finding Finding, string Change);
