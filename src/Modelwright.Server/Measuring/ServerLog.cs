using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Measuring;

/// <summary>What the server writes to its log. Nothing of a request's values or keys.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(EventId = 20, EventName = "ShadowFailed", Level = LogLevel.Warning, Message = "Shadow version '{Version}' of model '{ModelName}' did not answer: {Fault}")]
    internal static partial void ShadowFailed(ILogger logger, string modelName, string version, string fault);

    [LoggerMessage(EventId = 21, EventName = "RequestFailed", Level = LogLevel.Error, Message = "A request failed by a fault of the server")]
    internal static partial void RequestFailed(ILogger logger, Exception fault);

    [LoggerMessage(EventId = 22, EventName = "TrafficChanged", Level = LogLevel.Information, Message = "Model '{ModelName}' answers by {Split}, as '{Who}' asked")]
    internal static partial void TrafficChanged(ILogger logger, string modelName, TrafficSplit split, string? who);

    [LoggerMessage(EventId = 23, EventName = "VersionLoaded", Level = LogLevel.Information, Message = "Model '{ModelName}' has version '{Version}': {ModelId}")]
    internal static partial void VersionLoaded(ILogger logger, string modelName, string version, string modelId);

    [LoggerMessage(EventId = 24, EventName = "Draining", Level = LogLevel.Information, Message = "The server drains: it is not ready any more, and ends what it has begun")]
    internal static partial void Draining(ILogger logger);

    [LoggerMessage(EventId = 25, EventName = "RegistryFailed", Level = LogLevel.Warning, Message = "Model '{ModelName}' cannot be taken from the registry, and what is served goes on: {Fault}")]
    internal static partial void RegistryFailed(ILogger logger, string modelName, string fault);

    [LoggerMessage(EventId = 26, EventName = "RegistryBroken", Level = LogLevel.Error, Message = "Model '{ModelName}' cannot be taken from the registry, and what is served goes on")]
    internal static partial void RegistryBroken(ILogger logger, string modelName, Exception fault);

    [LoggerMessage(EventId = 27, EventName = "RegistryBack", Level = LogLevel.Information, Message = "Model '{ModelName}' can be taken from the registry again")]
    internal static partial void RegistryBack(ILogger logger, string modelName);

    [LoggerMessage(EventId = 28, EventName = "RegistryUnread", Level = LogLevel.Warning, Message = "A call of the registry's routes found that it cannot be used: {Fault}")]
    internal static partial void RegistryUnread(ILogger logger, string fault);

    [LoggerMessage(EventId = 29, EventName = "RegistryChanged", Level = LogLevel.Information, Message = "The registry was changed by {Method} {Path}, as '{Who}' asked")]
    internal static partial void RegistryChanged(ILogger logger, string method, PathString path, string who);

    [LoggerMessage(EventId = 30, EventName = "Alarm", Level = LogLevel.Warning, Message = "Model '{ModelName}', window '{Window}': ALARM {Kind}: {Text}")]
    internal static partial void Alarm(ILogger logger, string modelName, string window, string kind, string text);

    [LoggerMessage(EventId = 31, EventName = "WatchFailed", Level = LogLevel.Warning, Message = "Model '{ModelName}' could not be watched: {Fault}")]
    internal static partial void WatchFailed(ILogger logger, string modelName, string fault);

    [LoggerMessage(EventId = 32, EventName = "WatchBroken", Level = LogLevel.Error, Message = "Model '{ModelName}' could not be watched by a fault of the server")]
    internal static partial void WatchBroken(ILogger logger, string modelName, Exception fault);

    [LoggerMessage(EventId = 33, EventName = "AlertFailed", Level = LogLevel.Warning, Message = "An alert of model '{ModelName}' was not delivered: {Fault}")]
    internal static partial void AlertFailed(ILogger logger, string modelName, string fault);

    [LoggerMessage(EventId = 34, EventName = "RetrainingBegun", Level = LogLevel.Information, Message = "Model '{ModelName}' is trained again, as '{Who}' asked: {Reason}")]
    internal static partial void RetrainingBegun(ILogger logger, string modelName, string who, string reason);

    [LoggerMessage(EventId = 35, EventName = "RetrainingEnded", Level = LogLevel.Information, Message = "Training model '{ModelName}' again ended, {Outcome}: {Said}")]
    internal static partial void RetrainingEnded(ILogger logger, string modelName, string outcome, string said);

    [LoggerMessage(EventId = 36, EventName = "RetrainingBroken", Level = LogLevel.Error, Message = "Model '{ModelName}' could not be trained again, or its need for it not be seen")]
    internal static partial void RetrainingBroken(ILogger logger, string modelName, Exception fault);

    [LoggerMessage(EventId = 37, EventName = "RetrainingNotKept", Level = LogLevel.Error, Message = "What training model '{ModelName}' again came to could not be kept: {Fault}")]
    internal static partial void RetrainingNotKept(ILogger logger, string modelName, string fault);
}
