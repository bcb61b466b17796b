using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Modelwright.Generator.Tests.Data;

/// <summary>An additional file that must not be read as text: the compiler would call it a fault of the project.</summary>
internal sealed class PackageText(string path) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => throw new InvalidOperationException($"'{Path}' was read as text.");
}
