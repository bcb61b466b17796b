namespace Modelwright.Generator.Packages;

/// <summary>The head and the table of a package.</summary>
/// <param name="Lengths">Bytes of each part.</param>
/// <param name="Hashes">SHA-256 of each part, as the table states it.</param>
internal sealed record PackageHead(long[] Lengths, byte[][] Hashes);
