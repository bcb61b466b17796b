namespace Modelwright.Testing;

/// <summary>One check of a contract, on one plug-in. A suite is a list of these; any test framework can run them.</summary>
/// <param name="Subject">The plug-in's name.</param>
/// <param name="Name">The case and what is expected: 'Fit_SameSeed_SameBits'.</param>
/// <param name="Run">Returns when the check holds; throws <see cref="ContractException"/> when it does not.</param>
public sealed record ContractCheck(string Subject, string Name, Action Run)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Name}";

    /// <summary>A check whose every failure, an unforeseen error too, names family, plug-in and case.</summary>
    /// <param name="family">'Learner', 'Form', 'Step' …</param>
    /// <param name="subject">The plug-in's name.</param>
    /// <param name="name">The case and what is expected.</param>
    /// <param name="run">Throws <see cref="ContractException"/> with what was expected and what was found.</param>
    internal static ContractCheck Of(string family, string subject, string name, Action run) => new(subject, name, () =>
    {
        try
        {
            run();
        }
        catch (ContractException broken)
        {
            throw new ContractException($"{family} '{subject}', {name}: {broken.Message}", broken);
        }
        catch (Exception error)
        {
            throw new ContractException($"{family} '{subject}', {name}: expected no error, found {error.GetType().Name}: {error.Message}", error);
        }
    });
}
