using Modelwright.Runtime.Prediction;

namespace Modelwright.Samples.TypedModel;

/// <summary>Who will not pay a loan back.</summary>
[ModelwrightPackage("loans.mw")]
public sealed partial class LoanModel;
