using Modelwright.Runtime.Forms.Anomalies.Labelled;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>What a few labels made of detectors.</summary>
/// <param name="Form">Scores how strange rows are, from 0 to 1.</param>
/// <param name="Choice">The learners that were tried and those that were chosen.</param>
internal sealed record LabelledDetector(LabelledAnomalyForm Form, LabelledChoice Choice);
