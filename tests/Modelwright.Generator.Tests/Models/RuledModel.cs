using Modelwright.Runtime.Prediction;

namespace Modelwright.Generator.Tests.Models;

/// <summary>Calibrated classes with a threshold.</summary>
[ModelwrightPackage("v3/ruled.mw")]
internal sealed partial class RuledModel;
