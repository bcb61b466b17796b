using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;

namespace Modelwright.Testing.Learners;

/// <summary>What the suite may not demand of a learner because its method cannot do it; all is demanded unless said here.</summary>
public sealed record LearnerExpectations
{
    /// <summary>Whether it can learn a circle and an exclusive or; a linear learner on plain columns cannot.</summary>
    public bool LearnsCurves { get; init; } = true;

    /// <summary>Whether a number that jumps is learned to its edge; a sum of smooth functions comes near to it only slowly, and less is demanded of it.</summary>
    public bool LearnsJumps { get; init; } = true;

    /// <summary>
    /// The accuracy or R2 that it must reach on a line in two columns. A learner that takes each column alone, as naive Bayes does, cannot
    /// tell a class that lies between two others as well.
    /// </summary>
    public double LeastOnALine { get; init; } = 0.85;

    /// <summary>The catalog that reads its forms; default: that of the built-in forms.</summary>
    public FormCatalog Forms { get; init; } = BuiltInForms.Catalog;
}
