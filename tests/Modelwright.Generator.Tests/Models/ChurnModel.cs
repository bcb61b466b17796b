using Modelwright.Runtime.Prediction;

namespace Modelwright.Generator.Tests.Models;

/// <summary>Trees of two classes.</summary>
[ModelwrightPackage("v1/classes.mw")]
internal sealed partial class ChurnModel;
