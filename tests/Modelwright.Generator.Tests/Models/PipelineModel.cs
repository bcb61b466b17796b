using Modelwright.Runtime.Prediction;

namespace Modelwright.Generator.Tests.Models;

/// <summary>A blend of trees and a pipeline of steps.</summary>
[ModelwrightPackage("Fixtures/v1/pipeline.mw")]
internal sealed partial class PipelineModel;
