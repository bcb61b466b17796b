namespace Modelwright.Server.Inference;

/// <summary>One input of a request, whose data is not read yet.</summary>
internal sealed class TensorPart
{
    internal string? Name { get; set; }

    internal string? Datatype { get; set; }

    /// <summary>Rows, and columns where there are two; null where it was no list of whole numbers from 0.</summary>
    internal List<long>? Shape { get; set; }

    /// <summary>Where the data stands in the body, in bytes.</summary>
    internal (long Start, long Length)? Data { get; set; }
}
