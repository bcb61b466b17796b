using Modelwright.Runtime.Prediction;

namespace Modelwright.Generator.Tests.Models;

/// <summary>Numbers with intervals.</summary>
[ModelwrightPackage("v3/intervals.mw")]
internal sealed partial class RevenueModel;
