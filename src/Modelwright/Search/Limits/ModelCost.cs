using Modelwright.Core.Learning;

namespace Modelwright.Search.Limits;

/// <summary>What a model costs whoever uses it.</summary>
/// <param name="Seconds">Median wall-clock seconds of the answer to one row.</param>
/// <param name="Bytes">Bytes of its form as it stands in a package.</param>
/// <param name="Parts">How much there is to read; null where it cannot be written out.</param>
internal sealed record ModelCost(double Seconds, long Bytes, FormParts? Parts);
