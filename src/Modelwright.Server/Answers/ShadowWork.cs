using Modelwright.Server.Rows;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Answers;

/// <summary>Rows that another version is asked for, after the answer was made.</summary>
/// <param name="Target">What answered.</param>
/// <param name="Shadow">What is asked beside it.</param>
/// <param name="Rows">The rows, of their own.</param>
/// <param name="Answered">The numbers that were answered.</param>
internal sealed record ShadowWork(AnswerTarget Target, ModelVersion Shadow, ServedRows Rows, double[] Answered);
