using Modelwright.Core.Learning;
using Modelwright.Validation;

namespace Modelwright.Explain;

/// <summary>Rows and a form that has not seen them.</summary>
/// <param name="Rows">The rows with their truth.</param>
/// <param name="Form">From their columns to answers.</param>
internal sealed record UnseenPart(LabelledRows Rows, IForm Form);
