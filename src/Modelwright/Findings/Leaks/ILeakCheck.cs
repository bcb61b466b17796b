using Modelwright.Profile;

namespace Modelwright.Findings.Leaks;

/// <summary>Looks for one kind of leak. A new kind is one file and one line in <see cref="LeakChecks"/>.</summary>
internal interface ILeakCheck
{
    /// <summary>What is found, the most certain first.</summary>
    /// <param name="ground">Rows and columns.</param>
    /// <param name="accused">Columns that an earlier check has a severe finding of; they are no witnesses for or against others.</param>
    IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused);
}
