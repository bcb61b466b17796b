namespace Modelwright.Samples.MachineAnomalies;

/// <summary>A product and how it is made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Speed">Turns a minute.</param>
/// <param name="Pressure">Bar.</param>
internal sealed record Product(string Name, double Speed, double Pressure)
{
    /// <summary>All three.</summary>
    public static IReadOnlyList<Product> All { get; } = [new("bolts", 900, 4), new("plates", 1500, 7), new("wire", 2400, 2.5)];
}
