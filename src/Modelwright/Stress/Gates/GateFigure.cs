namespace Modelwright.Stress.Gates;

/// <summary>A figure that a gate may set a bound to.</summary>
/// <param name="Name">Its name: 'lead', 'stress.missing_values.column', 'schema.unsound'.</param>
/// <param name="Value">The figure.</param>
/// <param name="Lower">Lower end of its 95 % interval; the value where it has none.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="About">What it is the figure of, in words: the column that is worst, say.</param>
public sealed record GateFigure(string Name, double Value, double Lower, double Upper, string About);
