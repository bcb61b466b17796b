namespace Modelwright.Core.Learning;

/// <summary>What a fit leaves: portable data that can answer, and what is to be said about the fit.</summary>
/// <param name="Form">What was learned.</param>
/// <param name="Report">What is to be said.</param>
public sealed record Fitted(IForm Form, FitReport Report);
