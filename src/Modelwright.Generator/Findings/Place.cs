using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Modelwright.Generator.Findings;

/// <summary>A place in the sources, without the tree that it comes from: a tree would keep a whole compilation in memory.</summary>
/// <param name="Path">The file.</param>
/// <param name="Span">The letters.</param>
/// <param name="Lines">The same as lines.</param>
internal sealed record Place(string Path, TextSpan Span, LinePositionSpan Lines)
{
    internal static Place Of(SyntaxNode node)
    {
        var lines = node.SyntaxTree.GetLineSpan(node.Span);
        return new(lines.Path, node.Span, lines.Span);
    }

    internal Location ToLocation() => Location.Create(Path, Span, Lines);
}
