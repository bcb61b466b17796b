using Modelwright.Server.Traffic;

namespace Modelwright.Server.Answers;

/// <summary>What answers a request.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The version that answers.</param>
/// <param name="Shadow">The version that is asked beside it; null for none.</param>
/// <param name="Id">The id of the request.</param>
internal readonly record struct AnswerTarget(ServedModel Model, ModelVersion Version, ModelVersion? Shadow, string Id);
