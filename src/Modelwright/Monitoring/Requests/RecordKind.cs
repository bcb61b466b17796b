namespace Modelwright.Monitoring.Requests;

/// <summary>The first byte of a record's body.</summary>
internal enum RecordKind : byte
{
    /// <summary>A model that requests of the segment name by number: its names, columns and classes.</summary>
    Model = 1,

    /// <summary>A row that was answered.</summary>
    Request = 2,

    /// <summary>What an answer should have been.</summary>
    Label = 3,

    /// <summary>What the log did on its own, in a sentence.</summary>
    Notice = 4,
}
