namespace Modelwright.Stress.Perturbations.Numbers;

/// <summary>Numbers in another unit.</summary>
/// <param name="name">The name.</param>
/// <param name="example">Which units, in words.</param>
/// <param name="factor">What a number is multiplied by.</param>
internal sealed class UnitError(string name, string example, double factor) : NumberPerturbation
{
    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = name,
        Title = $"Wrong unit: {example}",
        Meaning = FormattableString.Invariant($"Numbers are {factor:0.####} times what they should be, as when one source of the data reports {example}."),
        Severity = "every cell",
    };

    /// <inheritdoc/>
    protected override Func<double, double> Changing(double[] all, Random chance) => value => value * factor;
}
