using Modelwright.Core.Learning;
using Modelwright.Search.Distilling;

namespace Modelwright.Running;

/// <summary>Where a chosen model comes from that another one taught.</summary>
/// <param name="Teacher">The best model that the search found.</param>
/// <param name="Students">The student and what it was chosen from.</param>
/// <param name="Answers">What the teacher answers to all rows: to each by models that had not seen it, wherever there are such.</param>
/// <param name="Untaught">The student's setting fitted on the truth alone, on the rows of the search.</param>
internal sealed record TaughtChoice(Choice Teacher, StudentChoice Students, double[] Answers, IForm Untaught);
