using Modelwright.Core.Data;

namespace Modelwright.Testing.Sources;

/// <summary>A whole file that <see cref="Modelwright.Sources.TableWriter"/> did not write, and what a source must read from it.</summary>
/// <param name="Extension">The end of its name, with its dot.</param>
/// <param name="Bytes">The file, made when the first check wants it; it must end with a line break where its kind is lines of text.</param>
/// <param name="Table">Its rows, at least three.</param>
public sealed record SourceSample(string Extension, Lazy<byte[]> Bytes, Table Table);
