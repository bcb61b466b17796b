namespace Modelwright.Testing;

/// <summary>One check of a contract, on one plug-in. A suite is a list of these; any test framework can run them.</summary>
/// <param name="Subject">The plug-in's name.</param>
/// <param name="Name">The case and what is expected: 'Fit_SameSeed_SameBits'.</param>
/// <param name="Run">Returns when the check holds; throws <see cref="ContractException"/> when it does not.</param>
public sealed record ContractCheck(string Subject, string Name, Action Run)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Name}";
}
