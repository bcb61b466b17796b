using Modelwright.Core.Errors;
using Element = Modelwright.Sources.Xml.XmlEvidence.Element;

namespace Modelwright.Sources.Xml;

/// <summary>Which elements of a document are its rows.</summary>
/// <param name="Record">The element.</param>
/// <param name="Note">What a person should know.</param>
internal sealed record XmlShape(Element Record, string? Note)
{
    private const int MostNamed = 10;

    /// <summary>Finds out: the most frequent of the elements that repeat and stand in none that does, or the one around them where they are mere values beside others; where none repeats, the first with something to tell.</summary>
    /// <exception cref="DataException">The named element is not there, or at several places.</exception>
    internal static XmlShape Of(XmlEvidence evidence, SourceRequest request)
    {
        var record = request.Options.Record is { } name ? Named(evidence, name, request.Path) : Found(evidence);
        return new(record, NoteOn(evidence, record));
    }

    private static Element Found(XmlEvidence evidence)
    {
        var repeated = evidence.Elements.Where(element => element.IsOutermostRepeated).MaxBy(element => element.Count);
        if (repeated is not null)
        {
            // Mere values beside other elements are a list in one row, and not rows.
            return repeated.IsValue && repeated.Parent is { } parent && parent.Children > repeated.Count ? parent : repeated;
        }

        // One row: the first element that holds more than one other.
        var record = evidence.Elements.First();
        while (!record.HasAttributes && record.Children == 1 && evidence.Elements.First(element => element.Parent == record) is var only && (only.Children > 0 || only.HasAttributes))
        {
            record = only;
        }

        return record;
    }

    private static Element Named(XmlEvidence evidence, string name, string path)
    {
        Element[] all = [.. evidence.Elements.Where(element => element.Path == name || element.Name == name)];
        Element[] named = [.. all.Where(element => !Array.Exists(all, element.IsIn))];
        if (named.Length == 1)
        {
            return named[0];
        }

        var known = named.Length > 1 ? named.Select(element => element.Path) : evidence.Elements.Where(element => element.Count > 1).Select(element => element.Name).Distinct(StringComparer.Ordinal);
        var listed = string.Join(", ", known.Take(MostNamed).Select(element => $"'{FaultList.Show(element)}'"));
        throw new DataException(named.Length > 1
            ? $"{path}: elements named '{name}' stand at several places. Set Record (--record) to one of {listed}."
            : $"{path}: no element is named '{name}'. {(listed.Length == 0 ? "No element of the document repeats" : $"Those that repeat are {listed}")}; set Record (--record) to one with the rows, or leave it out.");
    }

    private static string? NoteOn(XmlEvidence evidence, Element record)
    {
        if (record.Count == 1 && evidence.Elements.FirstOrDefault(element => element.IsOutermostRepeated) is { } repeated)
        {
            return $"The document was read as one row, the element '{record.Name}'. If each '{repeated.Name}' is a row, set Record (--record).";
        }

        var others = evidence.Elements.Where(element => element != record && !element.IsIn(record) && !record.IsIn(element)).Sum(element => element.Count);
        return others == 0 ? null : $"The rows are the elements '{record.Name}'; {others} other elements of the document were left out. If that is wrong, set Record (--record).";
    }
}
