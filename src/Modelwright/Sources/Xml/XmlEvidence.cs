using System.Xml;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Xml;

/// <summary>How often each element of a document occurs, by the names of those around it.</summary>
internal sealed class XmlEvidence
{
    // Names that are values; long before memory is used up it is better to say so.
    private const int MostPaths = 50_000;

    private readonly Dictionary<string, Element> _elements = new(StringComparer.Ordinal);
    private readonly List<Element> _around = [];

    /// <summary>All elements in the order in which they first come.</summary>
    internal IReadOnlyCollection<Element> Elements => _elements.Values;

    /// <summary>The encoding that the file declares.</summary>
    internal string? Encoding { get; private set; }

    /// <summary>Reads a document to its end.</summary>
    internal static XmlEvidence Of(SourceRequest request, CancellationToken cancellation)
    {
        using var stream = TextFile.Open(request.Path);
        using var xml = new SafeXml(request.Path, stream, request.Options.Encoding);
        var evidence = new XmlEvidence();
        var nodes = 0L;
        while (xml.Read())
        {
            if (nodes++ % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            evidence.Take(xml, request.Path);
        }

        return evidence;
    }

    private void Take(SafeXml xml, string path)
    {
        if (xml.Node == XmlNodeType.XmlDeclaration)
        {
            Encoding = xml.Attribute("encoding");
        }
        else if (xml.Node == XmlNodeType.Element)
        {
            _around.RemoveRange(xml.Depth, _around.Count - xml.Depth);
            var parent = _around.Count == 0 ? null : _around[^1];
            var key = parent is null ? xml.Name : $"{parent.Path}.{xml.Name}";
            if (!_elements.TryGetValue(key, out var element))
            {
                element = _elements.Count < MostPaths
                    ? new(key, xml.Name, xml.Depth, parent)
                    : throw new DataException($"{path}, line {xml.Line}: the document has more than {MostPaths} different elements, of which '{FaultList.Show(xml.Name)}' is the next. Give rows the same names; a name that differs from row to row, such as an id, is a value.");
                _elements.Add(key, element);
            }

            element.Count++;
            xml.Attributes((_, _) => element.HasAttributes = true);
            if (parent is not null)
            {
                parent.Children++;
            }

            _around.Add(element);
        }
    }

    /// <summary>One name at one place.</summary>
    internal sealed class Element(string path, string name, int depth, Element? parent)
    {
        /// <summary>The names from the outermost element, with dots between them.</summary>
        internal string Path => path;

        internal string Name => name;

        /// <summary>0 for the outermost element.</summary>
        internal int Depth => depth;

        internal Element? Parent => parent;

        internal long Count { get; set; }

        internal long Children { get; set; }

        internal bool HasAttributes { get; set; }

        /// <summary>Whether it never holds anything but text.</summary>
        internal bool IsValue => Children == 0 && !HasAttributes;

        /// <summary>Whether it comes more than once, and nothing around it does.</summary>
        internal bool IsOutermostRepeated => Count > 1 && (parent is null || !parent.IsRepeatedOrIn);

        private bool IsRepeatedOrIn => Count > 1 || (parent?.IsRepeatedOrIn ?? false);

        /// <summary>The names from the outermost element to this.</summary>
        internal List<string> Names() => [.. parent?.Names() ?? [], name];

        /// <summary>Whether it stands in another.</summary>
        internal bool IsIn(Element other) => parent is not null && (parent == other || parent.IsIn(other));
    }
}
